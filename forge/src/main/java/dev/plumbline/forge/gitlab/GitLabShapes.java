package dev.plumbline.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.forge.repository.PullRequest;
import java.util.ArrayList;
import java.util.List;

/** GitLab's merge requests as our pull requests. */
final class GitLabShapes {

    /** GitLab's own limit for the files of a difference, unless an administrator set another one. */
    private static final int MOST_FILES = 1_000;

    private GitLabShapes() {}

    /** A comparison's files. GitLab stops when a comparison takes too long. */
    static ChangedFiles changedFiles(JsonNode comparison) {
        List<ChangedFile> files = new ArrayList<>();
        comparison.path("diffs").forEach(file -> files.add(changedFile(file)));
        return new ChangedFiles(files, !comparison.path("compare_timeout").asBoolean() && files.size() < MOST_FILES);
    }

    private static ChangedFile changedFile(JsonNode json) {
        String path = json.path("new_path").asText("");
        if (json.path("new_file").asBoolean()) {
            return new ChangedFile(path, "", ChangedFile.Kind.ADDED);
        }
        if (json.path("deleted_file").asBoolean()) {
            return new ChangedFile(json.path("old_path").asText(path), "", ChangedFile.Kind.REMOVED);
        }
        return json.path("renamed_file").asBoolean()
                ? new ChangedFile(path, json.path("old_path").asText(""), ChangedFile.Kind.RENAMED)
                : new ChangedFile(path, "", ChangedFile.Kind.MODIFIED);
    }

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
