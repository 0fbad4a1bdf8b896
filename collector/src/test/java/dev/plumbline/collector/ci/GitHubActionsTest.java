package dev.plumbline.collector.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {

    private static final String MERGE = "5a9c1d7f3b2e4a6c8d0e1f2a3b4c5d6e7f8a9b0c";
    private static final String HEAD = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    @TempDir
    private Path folder;

    @Test
    void takesAPushFromTheVariables() {
        Map<String, String> variables = variables("push");
        variables.put("GITHUB_REF", "refs/heads/main");
        variables.put("GITHUB_REF_NAME", "main");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                                "github-actions",
                                MERGE,
                                "main",
                                0,
                                "https://github.com/acme/widgets/actions/runs/1658821493",
                                "1658821493",
                                1,
                                "benchmark")
                        .in("acme/widgets"));
    }

    @Test
    void callsAForksBranchOfAnEarlierWorkflowByItsOwner() throws IOException {
        Map<String, String> variables = variables("workflow_run");
        variables.put("GITHUB_EVENT_PATH", event("""
            {"workflow_run": {"head_sha": "5a9c1d7f3b2e4a6c8d0e1f2a3b4c5d6e7f8a9b0c", "head_branch": "main",
                "head_repository": {"full_name": "eve/widgets", "owner": {"login": "eve"}}, "pull_requests": []}}
            """));

        assertThat(CiProviders.recognise(variables).branch()).isEqualTo("eve:main");
    }

    @Test
    void takesAPullRequestsHeadFromTheEventAndNotTheTrialMerge() throws IOException {
        Map<String, String> variables = variables("pull_request");
        variables.put("GITHUB_REF", "refs/pull/12/merge");
        variables.put("GITHUB_HEAD_REF", "faster-split");
        variables.put("GITHUB_RUN_ATTEMPT", "3");
        variables.put("GITHUB_EVENT_PATH", event("""
            {"action": "synchronize", "number": 12, "before": null,
             "labels": [{"name": "perf", "head": {"sha": "wrong"}}],
             "pull_request": {
               "number": 12, "title": "Split faster \\u2192 2x", "user": {"login": "ada"},
               "base": {"ref": "main", "sha": "f95f852bd8fca8fcc58a9a2d6c842781e32a215e"},
               "head": {"ref": "faster-split", "sha": "%s", "repo": {"fork": true, "sha": "wrong"}}}}
            """.formatted(HEAD)));

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.commit()).isEqualTo(HEAD);
        assertThat(build.branch()).isEqualTo("faster-split");
        assertThat(build.pullRequest()).isEqualTo(12);
        assertThat(build.attempt()).isEqualTo(3);
        assertThat(build.title()).isEqualTo("Split faster → 2x");
        assertThat(build.author()).isEqualTo("ada");
        assertThat(build.url()).isEqualTo("https://github.com/acme/widgets/actions/runs/1658821493/attempts/3");
    }

    @Test
    void leavesThePullRequestsCommitOpenWhenTheEventCannotBeRead() throws IOException {
        Map<String, String> variables = variables("pull_request");
        variables.put("GITHUB_REF", "refs/pull/12/merge");
        variables.put("GITHUB_HEAD_REF", "faster-split");
        variables.put("GITHUB_EVENT_PATH", event("{\"pull_request\": {\"number\""));

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.commit()).isEmpty();
        assertThat(build.branch()).isEqualTo("faster-split");
        assertThat(build.pullRequest()).isEqualTo(12);
    }

    @Test
    void takesTheFirstWorkflowsCommitInAWorkflowThatFollowsIt() throws IOException {
        Map<String, String> variables = variables("workflow_run");
        variables.put("GITHUB_REF", "refs/heads/main");
        variables.put("GITHUB_EVENT_PATH", event("""
            {"workflow_run": {"head_branch": "faster-split", "head_sha": "%s",
             "pull_requests": [{"number": 12, "head": {"sha": "x"}}, {"number": 13}]}}
            """.formatted(HEAD)));

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.commit()).isEqualTo(HEAD);
        assertThat(build.branch()).isEqualTo("faster-split");
        assertThat(build.pullRequest()).isEqualTo(12);
    }

    @Test
    void hasNoBranchForATag() {
        Map<String, String> variables = variables("push");
        variables.put("GITHUB_REF", "refs/tags/v1.0");

        assertThat(CiProviders.recognise(variables).branch()).isEmpty();
    }

    private static Map<String, String> variables(String event) {
        Map<String, String> variables = new HashMap<>();
        variables.put("CI", "true");
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("GITHUB_EVENT_NAME", event);
        variables.put("GITHUB_JOB", "benchmark");
        variables.put("GITHUB_REPOSITORY", "acme/widgets");
        variables.put("GITHUB_RUN_ATTEMPT", "1");
        variables.put("GITHUB_RUN_ID", "1658821493");
        variables.put("GITHUB_RUN_NUMBER", "3");
        variables.put("GITHUB_SERVER_URL", "https://github.com");
        variables.put("GITHUB_SHA", MERGE);
        return variables;
    }

    private String event(String json) throws IOException {
        return Files.writeString(folder.resolve("event.json"), json).toString();
    }
}
