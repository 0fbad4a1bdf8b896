package dev.plumbline.analysis.threshold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it means for the check on a pull request that benchmarks are missing or failed. It is always said. */
public enum MissingMode {
    /** The check isn't a success. */
    NEUTRAL,
    /** The check fails. */
    FAIL,
    /** Nothing. */
    IGNORE;

    /** The word in lower case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word, empty if there is none. */
    public static Optional<MissingMode> of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst();
    }
}
