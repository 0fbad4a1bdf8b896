package dev.plumbline.analysis.threshold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a pull request gets a comment. */
public enum CommentMode {
    /** Whenever it was judged. */
    ALWAYS,
    /** Only once something got worse or better. */
    CHANGES,
    /** Never. */
    NEVER;

    /** The word in lower case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word, empty if there is none. */
    public static Optional<CommentMode> of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst();
    }
}
