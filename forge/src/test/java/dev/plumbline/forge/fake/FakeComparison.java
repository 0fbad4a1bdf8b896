package dev.plumbline.forge.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import java.util.Locale;

/** Comparisons of two commits in the forges' documented shapes. */
final class FakeComparison {

    private FakeComparison() {}

    /** GitHub: the files of the whole comparison. */
    static ObjectNode ofGitHub(ChangedFiles changes) {
        ObjectNode json = Reply.object()
                .put("status", "ahead")
                .put("ahead_by", 2)
                .put("behind_by", 0)
                .put("total_commits", 2);
        ArrayNode files = json.putArray("files");
        changes.files().forEach(file -> {
            ObjectNode one = files.addObject()
                    .put("filename", file.path())
                    .put("status", file.kind().name().toLowerCase(Locale.ROOT))
                    .put("additions", 3)
                    .put("deletions", 1)
                    .put("patch", "@@ -1 +1 @@\n-a\n+b");
            if (!file.before().isEmpty()) {
                one.put("previous_filename", file.before());
            }
        });
        return json;
    }

    /** GitLab: old and new path, with a flag for each kind. */
    static ObjectNode ofGitLab(ChangedFiles changes) {
        ObjectNode json =
                Reply.object().put("compare_timeout", !changes.complete()).put("compare_same_ref", false);
        ArrayNode files = json.putArray("diffs");
        changes.files()
                .forEach(file -> files.addObject()
                        .put("old_path", file.before().isEmpty() ? file.path() : file.before())
                        .put("new_path", file.path())
                        .put("diff", "@@ -1 +1 @@\n-a\n+b")
                        .put("new_file", file.kind() == ChangedFile.Kind.ADDED)
                        .put("renamed_file", file.kind() == ChangedFile.Kind.RENAMED)
                        .put("deleted_file", file.kind() == ChangedFile.Kind.REMOVED));
        return json;
    }

    /** Gitea: the files of each of two commits, which both changed the first file. */
    static ObjectNode ofGitea(ChangedFiles changes) {
        ObjectNode json = Reply.object().put("total_commits", changes.complete() ? 2 : 3);
        ArrayNode commits = json.putArray("commits");
        ArrayNode first = commits.addObject().put("sha", "1".repeat(40)).putArray("files");
        ArrayNode second = commits.addObject().put("sha", "2".repeat(40)).putArray("files");
        for (ChangedFile file : changes.files()) {
            first.addObject()
                    .put("filename", file.path())
                    .put("status", file.kind() == ChangedFile.Kind.REMOVED ? "deleted" : "modified");
        }
        changes.files().stream()
                .limit(1)
                .forEach(file -> second.addObject().put("filename", file.path()).put("status", "modified"));
        return json;
    }
}
