package dev.plumbline.server.oidc;

import dev.plumbline.server.auth.CiIdentity;
import dev.plumbline.server.auth.UploadReach;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of GitLab CI. The pipeline of a merge request claims its source branch and not its number, so which merge request it
 * uploads for is not checked, only that it does. In a merge request from a fork {@code project_id} is the fork's, which is not trusted.
 *
 * @see <a href="https://docs.gitlab.com/ci/secrets/id_token_authentication/">ID token authentication</a>
 */
final class GitLabClaims {

    private static final String PUSH = "push";
    private static final Set<String> OF_A_BRANCH = Set.of(PUSH, "web", "api", "schedule", "trigger");

    private GitLabClaims() {}

    static CiIdentity identity(String issuer, TokenClaims claims) {
        String type = claims.required("ref_type");
        String name = claims.required("ref");
        String ref =
                claims.optional("ref_path").orElseGet(() -> (type.equals("tag") ? "refs/tags/" : "refs/heads/") + name);
        return new CiIdentity(
                issuer,
                claims.required("project_path"),
                claims.required("project_id"),
                ref,
                claims.optional("pipeline_id").orElse(""),
                reach(claims.required("pipeline_source"), type, name, ref, claims.optional("sha")));
    }

    private static UploadReach reach(String source, String type, String name, String ref, Optional<String> commit) {
        if (type.equals("tag")) {
            return new UploadReach.Nothing("a job of the tag '" + name + "'");
        }
        if (!OF_A_BRANCH.contains(source) || !ref.equals("refs/heads/" + name)) {
            return new UploadReach.AnyPullRequest("a job of the pipeline source '" + source + "'");
        }
        return new UploadReach.Branch(name, source.equals(PUSH) ? commit : Optional.empty());
    }
}
