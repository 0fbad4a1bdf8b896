package dev.plumbline.forge.repository;

import java.util.Objects;

/**
 * A file that differs between two commits. Paths are the forge's text and may hold anything.
 *
 * @param path where it is, or was if it was removed
 * @param before where it was, if it was renamed; else empty
 * @param kind how it differs
 */
public record ChangedFile(String path, String before, Kind kind) {

    /** How a file differs. */
    public enum Kind {
        ADDED,
        MODIFIED,
        REMOVED,
        RENAMED
    }

    /** Refuses absent parts. */
    public ChangedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(kind, "kind");
    }
}
