package dev.plumbline.forge.repository;

import java.util.List;

/**
 * The files that differ between two commits.
 *
 * @param files each once, in the forge's order; one without a path is left out
 * @param complete false if the forge left some out
 */
public record ChangedFiles(List<ChangedFile> files, boolean complete) {

    /** Leaves out files without a path: then the forge said something else. */
    public ChangedFiles {
        files = files.stream().filter(file -> !file.path().isEmpty()).toList();
    }
}
