package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * GitHub Actions. On a pull request {@code GITHUB_SHA} is a trial merge that nobody will ever see again; the commit that
 * the request is about is in the event's file.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/variables-reference">Variables reference</a>
 */
final class GitHubActions implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("GITHUB_ACTIONS", "true")) {
            return Optional.empty();
        }
        GitHubEvent event = GitHubEvent.read(variables.text("GITHUB_EVENT_PATH"));
        return Optional.of(
                switch (variables.text("GITHUB_EVENT_NAME")) {
                    case "pull_request", "pull_request_target" -> pullRequest(variables, event);
                    case "workflow_run" -> afterWorkflow(variables, event);
                    default -> push(variables);
                });
    }

    private static CiBuild push(Variables variables) {
        return build(variables, variables.text("GITHUB_SHA"), variables.branch("GITHUB_REF"), 0);
    }

    private static CiBuild pullRequest(Variables variables, GitHubEvent event) {
        GitHubEvent.PullRequestEvent request = event.pullRequest();
        GitHubEvent.Head head = request.head();
        int number = request.number();
        return build(
                        variables,
                        head.sha(),
                        firstOf(head.ref(), variables.text("GITHUB_HEAD_REF")),
                        number > 0 ? number : Numbers.between("refs/pull/", variables.text("GITHUB_REF")))
                .toward(firstOf(request.base().ref(), variables.text("GITHUB_BASE_REF")))
                .titled(request.title(), request.user().login());
    }

    /**
     * A workflow that runs after another one, as those do that have the secrets for pull requests from forks. GitHub doesn't name a
     * fork's pull request here; its branch is then called {@code owner:branch}, so that a fork's {@code main} is never mistaken for ours.
     */
    private static CiBuild afterWorkflow(Variables variables, GitHubEvent event) {
        GitHubEvent.WorkflowRun first = event.workflowRun();
        int pullRequest = first.pullRequests().stream()
                .mapToInt(GitHubEvent.Numbered::number)
                .findFirst()
                .orElse(0);
        String head = first.headRepository().fullName();
        boolean fork = !head.isEmpty() && !variables.is("GITHUB_REPOSITORY", head);
        String owner = first.headRepository().owner().login();
        String branch = first.headBranch();
        return build(variables, first.headSha(), fork ? owner + ":" + branch : branch, pullRequest);
    }

    private static CiBuild build(Variables variables, String commit, String branch, int pullRequest) {
        String runId = variables.text("GITHUB_RUN_ID");
        String url = variables.text("GITHUB_SERVER_URL") + "/" + variables.text("GITHUB_REPOSITORY") + "/actions/runs/"
                + runId;
        int attempt = variables.number("GITHUB_RUN_ATTEMPT");
        return new CiBuild(
                        "github-actions",
                        commit,
                        branch,
                        pullRequest,
                        attempt > 1 ? url + "/attempts/" + attempt : url,
                        runId,
                        attempt,
                        variables.text("GITHUB_JOB"))
                .in(variables.text("GITHUB_REPOSITORY"));
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
