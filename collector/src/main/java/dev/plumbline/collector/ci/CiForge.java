package dev.plumbline.collector.ci;

import dev.plumbline.forge.ForgeKind;
import java.util.Map;
import java.util.Optional;

/**
 * The forge that a job runs on, as its variables tell. A text that is not known is empty.
 *
 * @param kind which forge
 * @param api the address of its API
 * @param repository the repository with the pull request
 * @param token what the job may write with
 * @param annotates whether the job's log can carry workflow annotations
 */
public record CiForge(ForgeKind kind, String api, String repository, String token, boolean annotates) {

    /** The forge of this job; empty where none is recognised. */
    public static Optional<CiForge> recognise(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        if (variables.is("GITHUB_ACTIONS", "true")) {
            return Optional.of(actions(variables));
        }
        return variables.isSet("GITLAB_CI") ? Optional.of(gitLab(variables)) : Optional.empty();
    }

    /** Gitea's and Forgejo's jobs have GitHub's variables, and one of their own that tells them. */
    private static CiForge actions(Variables variables) {
        String api = variables.text("GITHUB_API_URL");
        boolean gitea =
                variables.isSet("GITEA_ACTIONS") || variables.isSet("FORGEJO_ACTIONS") || api.endsWith("/api/v1");
        return new CiForge(
                gitea ? ForgeKind.GITEA : ForgeKind.GITHUB,
                api,
                variables.text("GITHUB_REPOSITORY"),
                variables.first("GITHUB_TOKEN", "GITEA_TOKEN", "FORGEJO_TOKEN"),
                true);
    }

    /** A merge request stands in the project that it is for, also where a fork's pipeline runs. */
    private static CiForge gitLab(Variables variables) {
        return new CiForge(
                ForgeKind.GITLAB,
                variables.text("CI_API_V4_URL"),
                variables.first("CI_MERGE_REQUEST_PROJECT_PATH", "CI_PROJECT_PATH", "CI_PROJECT_ID"),
                variables.text("GITLAB_TOKEN"),
                false);
    }
}
