package dev.plumbline.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.repository.PullRequest;

/** GitLab's merge requests as our pull requests. */
final class GitLabShapes {

    private GitLabShapes() {}

    /**
     * A merge request of the REST API.
     *
     * @param sourceProject the path of the project that its branch is in
     */
    static PullRequest mergeRequest(JsonNode json, String sourceProject) {
        return new PullRequest(
                json.path("iid").asInt(),
                json.path("title").asText(""),
                json.path("author").path("username").asText(""),
                state(json.path("state").asText("")),
                json.path("sha").asText(""),
                json.path("source_branch").asText(""),
                sourceProject,
                json.path("target_branch").asText(""),
                json.path("web_url").asText(""));
    }

    /** The {@code object_attributes} of a webhook. */
    static PullRequest ofHook(JsonNode json, String author) {
        return new PullRequest(
                json.path("iid").asInt(),
                json.path("title").asText(""),
                author,
                state(json.path("state").asText("")),
                json.path("last_commit").path("id").asText(""),
                json.path("source_branch").asText(""),
                json.path("source").path("path_with_namespace").asText(""),
                json.path("target_branch").asText(""),
                json.path("url").asText(""));
    }

    /** {@code locked} means that it is being merged. */
    private static PullRequest.State state(String state) {
        return switch (state) {
            case "merged" -> PullRequest.State.MERGED;
            case "opened", "locked" -> PullRequest.State.OPEN;
            default -> PullRequest.State.CLOSED;
        };
    }
}
