package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.forge.text.Folded;

/** GitHub's objects as ours; Gitea and Forgejo have the same names for them. */
public final class GitHubShapes {

    private GitHubShapes() {}

    /** A pull request. */
    public static PullRequest pullRequest(JsonNode json) {
        boolean merged = json.path("merged").asBoolean() || json.hasNonNull("merged_at");
        PullRequest.State state = merged
                ? PullRequest.State.MERGED
                : json.path("state").asText("").equals("open") ? PullRequest.State.OPEN : PullRequest.State.CLOSED;
        JsonNode head = json.path("head");
        return new PullRequest(
                json.path("number").asInt(),
                json.path("title").asText(""),
                json.path("user").path("login").asText(""),
                state,
                head.path("sha").asText(""),
                head.path("ref").asText(""),
                head.path("repo").path("full_name").asText(""),
                json.path("base").path("ref").asText(""),
                json.path("html_url").asText(""));
    }

    /** A comment, which may be folded in its text, too. */
    public static Comment comment(JsonNode json, boolean own, boolean minimised) {
        String body = json.path("body").asText("");
        return new Comment(
                json.path("id").asText(""),
                body,
                own,
                minimised || Folded.isFolded(body),
                json.path("html_url").asText(""));
    }
}
