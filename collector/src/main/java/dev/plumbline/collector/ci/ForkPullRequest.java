package dev.plumbline.collector.ci;

import java.util.Map;

/** Whether a build belongs to a pull request from a fork, which gets neither secrets nor an ID token. */
public final class ForkPullRequest {

    private ForkPullRequest() {}

    /** Whether the variables and the event of GitHub Actions say so. */
    public static boolean isIn(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        if (!variables.is("GITHUB_ACTIONS", "true") || !variables.is("GITHUB_EVENT_NAME", "pull_request")) {
            return false;
        }
        String head = GitHubEvent.read(variables.text("GITHUB_EVENT_PATH"))
                .pullRequest()
                .head()
                .repo()
                .fullName();
        return !head.isEmpty() && !variables.is("GITHUB_REPOSITORY", head);
    }
}
