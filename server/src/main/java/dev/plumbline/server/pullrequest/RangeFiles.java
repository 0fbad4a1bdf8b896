package dev.plumbline.server.pullrequest;

import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import java.util.List;

/**
 * The files that differ in a range of commits, as far as pages show them.
 *
 * @param first the first of them, at most 50, with paths of at most 300 characters
 * @param count how many there are
 * @param complete false if the forge left some out, so that there are more
 */
public record RangeFiles(List<ChangedFile> first, int count, boolean complete) {

    private static final int MOST_FILES = 50;
    private static final int LONGEST_PATH = 300;

    public RangeFiles {
        first = List.copyOf(first);
    }

    static RangeFiles of(ChangedFiles changes) {
        return new RangeFiles(
                changes.files().stream()
                        .limit(MOST_FILES)
                        .map(file -> new ChangedFile(cut(file.path()), cut(file.before()), file.kind()))
                        .toList(),
                changes.files().size(),
                changes.complete());
    }

    private static String cut(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH - 1) + "…";
    }
}
