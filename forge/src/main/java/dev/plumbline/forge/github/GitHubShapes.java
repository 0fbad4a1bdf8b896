package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.forge.text.Folded;
import java.util.ArrayList;
import java.util.List;

/** GitHub's objects as ours; Gitea and Forgejo have the same names for them. */
public final class GitHubShapes {

    private static final int MOST_FILES = 300;

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

    /** A comparison's files, of which GitHub has 300 at most. */
    static ChangedFiles changedFiles(JsonNode comparison) {
        List<ChangedFile> files = new ArrayList<>();
        comparison.path("files").forEach(file -> files.add(changedFile(file)));
        return new ChangedFiles(files, files.size() < MOST_FILES);
    }

    /** A file of a comparison or of a commit. */
    public static ChangedFile changedFile(JsonNode json) {
        ChangedFile.Kind kind = switch (json.path("status").asText("")) {
            case "added", "copied" -> ChangedFile.Kind.ADDED;
            case "removed", "deleted" -> ChangedFile.Kind.REMOVED;
            case "renamed" -> ChangedFile.Kind.RENAMED;
            default -> ChangedFile.Kind.MODIFIED;
        };
        String before = kind == ChangedFile.Kind.RENAMED
                ? json.path("previous_filename").asText("")
                : "";
        return new ChangedFile(json.path("filename").asText(""), before, kind);
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
