package dev.plumbline.server.oidc;

import dev.plumbline.server.auth.CiIdentity;
import dev.plumbline.server.auth.UploadReach;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims of GitHub Actions.
 *
 * <p>{@code workflow_run} and {@code pull_request_target} run for the default or the base branch and claim its ref, and they are used to handle
 * the results of forks' pull requests. So only events that run a branch's own code, started by somebody who may write to the
 * repository, make a job of a branch.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
final class GitHubClaims {

    private static final Pattern PULL_REQUEST = Pattern.compile("refs/pull/([1-9]\\d{0,8})/(merge|head)");
    private static final String BRANCH = "refs/heads/";

    /** A push measures what was pushed. The others may measure older commits, to fill in a history. */
    private static final Set<String> OF_ONE_COMMIT = Set.of("push", "merge_group");

    private static final Set<String> OF_A_BRANCH = Set.of("schedule", "workflow_dispatch", "repository_dispatch");

    private GitHubClaims() {}

    static CiIdentity identity(String issuer, TokenClaims claims) {
        String ref = claims.required("ref");
        return new CiIdentity(
                issuer,
                claims.required("repository"),
                claims.required("repository_id"),
                ref,
                claims.optional("run_id").orElse(""),
                reach(claims.required("event_name"), ref, claims.optional("sha")));
    }

    private static UploadReach reach(String event, String ref, Optional<String> commit) {
        Matcher pullRequest = PULL_REQUEST.matcher(ref);
        if (pullRequest.matches()) {
            return new UploadReach.PullRequest(Integer.parseInt(pullRequest.group(1)));
        }
        if (!ref.startsWith(BRANCH)) {
            return new UploadReach.Nothing("a job of '" + ref + "'");
        }
        String branch = ref.substring(BRANCH.length());
        if (OF_ONE_COMMIT.contains(event)) {
            return new UploadReach.Branch(branch, commit);
        }
        return OF_A_BRANCH.contains(event)
                ? new UploadReach.Branch(branch, Optional.empty())
                : new UploadReach.AnyPullRequest("a job of the event '" + event + "'");
    }
}
