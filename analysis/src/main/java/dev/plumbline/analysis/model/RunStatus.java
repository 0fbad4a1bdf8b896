package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a stored run has been judged. */
public enum RunStatus {
    /** It is waiting to be judged. */
    WAITING,
    /** It was judged. */
    JUDGED,
    /** Judging it failed for good. */
    FAILED,
    /** It is the base's side of a pair: the other side's verdict covers both. */
    PAIRED;

    /** The word in lower case, as the API has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word; empty if there is none. */
    public static Optional<RunStatus> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }
}
