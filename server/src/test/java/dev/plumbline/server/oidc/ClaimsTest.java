package dev.plumbline.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.server.auth.UploadReach;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "f".repeat(40);

    /** Event, ref, then what the upload says: branch, commit, pull request (0: none), and what is complained of. */
    static Stream<Arguments> gitHub() {
        return Stream.of(
                arguments("push", "refs/heads/main", "main", SHA, 0, ""),
                arguments("push", "refs/heads/main", "main", SHA.substring(0, 7), 0, ""),
                arguments("push", "refs/heads/main", "main", OTHER, 0, "of the commit " + SHA),
                arguments("push", "refs/heads/topic", "main", SHA, 0, "of the branch 'topic'"),
                arguments("push", "refs/heads/topic", "topic", SHA, 12, ""),
                arguments("push", "refs/tags/v1", "main", SHA, 0, "'refs/tags/v1'"),
                arguments("schedule", "refs/heads/main", "main", OTHER, 0, ""),
                arguments("workflow_dispatch", "refs/heads/topic", "main", OTHER, 0, "of the branch 'topic'"),
                arguments("pull_request", "refs/pull/12/merge", "topic", OTHER, 12, ""),
                arguments("pull_request", "refs/pull/12/merge", "main", OTHER, 0, "of pull request 12"),
                arguments("pull_request", "refs/pull/12/merge", "topic", OTHER, 13, "of pull request 12"),
                arguments("pull_request_target", "refs/heads/main", "main", SHA, 0, "for pull requests only"),
                arguments("pull_request_target", "refs/heads/main", "topic", OTHER, 12, ""),
                arguments("workflow_run", "refs/heads/main", "main", SHA, 0, "for pull requests only"),
                arguments("workflow_run", "refs/heads/main", "topic", OTHER, 12, ""),
                arguments("issue_comment", "refs/heads/main", "main", SHA, 0, "for pull requests only"),
                arguments("never_heard_of", "refs/heads/main", "main", SHA, 0, "for pull requests only"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
    @MethodSource("gitHub")
    void bindsAnUploadToWhatGitHubClaims(
            String event, String ref, String branch, String commit, int pullRequest, String complaint) {
        Map<String, Object> claims =
                Map.of("repository", "acme/widgets", "repository_id", "1", "event_name", event, "ref", ref, "sha", SHA);

        check(claims, branch, commit, pullRequest, complaint);
    }

    /** Pipeline source, ref type, ref, then as for GitHub. */
    static Stream<Arguments> gitLab() {
        return Stream.of(
                arguments("push", "branch", "main", "main", SHA, 0, ""),
                arguments("push", "branch", "main", "main", OTHER, 0, "of the commit " + SHA),
                arguments("push", "branch", "topic", "main", SHA, 0, "of the branch 'topic'"),
                arguments("push", "tag", "v1", "v1", SHA, 0, "of the tag 'v1'"),
                arguments("schedule", "branch", "main", "main", OTHER, 0, ""),
                arguments("web", "branch", "main", "main", OTHER, 0, ""),
                arguments("merge_request_event", "branch", "main", "main", SHA, 0, "for pull requests only"),
                arguments("merge_request_event", "branch", "topic", "topic", SHA, 5, ""),
                arguments("parent_pipeline", "branch", "main", "main", SHA, 0, "for pull requests only"),
                arguments("pipeline", "branch", "main", "main", SHA, 0, "for pull requests only"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4} {5}")
    @MethodSource("gitLab")
    void bindsAnUploadToWhatGitLabClaims(
            String source, String type, String ref, String branch, String commit, int pullRequest, String complaint) {
        Map<String, Object> claims = new HashMap<>(Map.of("project_path", "acme/widgets", "project_id", 1L));
        claims.putAll(Map.of("pipeline_source", source, "ref_type", type, "ref", ref, "sha", SHA));

        check(claims, branch, commit, pullRequest, complaint);
        claims.put("ref_path", "refs/merge-requests/5/head");
        UploadReach unusual = new TokenClaims(claims).identity("issuer").reach();
        assertThat(unusual).isNotInstanceOf(UploadReach.Branch.class);
    }

    private static void check(
            Map<String, Object> claims, String branch, String commit, int pullRequest, String complaint) {
        UploadReach reach = new TokenClaims(claims).identity("issuer").reach();
        OptionalInt number = pullRequest == 0 ? OptionalInt.empty() : OptionalInt.of(pullRequest);

        String said = reach.complaint(branch, commit, number).orElse("");

        assertThat(said).contains(complaint);
        assertThat(said.isEmpty()).isEqualTo(complaint.isEmpty());
    }
}
