package dev.plumbline.forge.github;

import dev.plumbline.forge.product.CiJob;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A job of GitHub Actions. Gitea's and Forgejo's jobs have the same variables, and one of their own that identifies them. */
public final class ActionsJob {

    private ActionsJob() {}

    /** A job that runs on GitHub itself. */
    static Optional<CiJob> onGitHub(UnaryOperator<String> variables) {
        return isGitea(variables) ? Optional.empty() : any(variables);
    }

    /** A job that runs on Gitea or Forgejo. */
    public static Optional<CiJob> onGitea(UnaryOperator<String> variables) {
        return isGitea(variables) ? any(variables) : Optional.empty();
    }

    private static Optional<CiJob> any(UnaryOperator<String> variables) {
        return variables.apply("GITHUB_ACTIONS").equalsIgnoreCase("true")
                ? Optional.of(new CiJob(
                        variables.apply("GITHUB_API_URL"),
                        variables.apply("GITHUB_REPOSITORY"),
                        page(variables.apply("GITHUB_SERVER_URL"), variables.apply("GITHUB_REPOSITORY")),
                        CiJob.first(variables, "GITHUB_TOKEN", "GITEA_TOKEN", "FORGEJO_TOKEN"),
                        true))
                : Optional.empty();
    }

    private static String page(String server, String repository) {
        return server.isEmpty() || repository.isEmpty() ? "" : server + "/" + repository;
    }

    private static boolean isGitea(UnaryOperator<String> variables) {
        return !CiJob.first(variables, "GITEA_ACTIONS", "FORGEJO_ACTIONS").isEmpty()
                || variables.apply("GITHUB_API_URL").endsWith("/api/v1");
    }
}
