package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Optional;

/** Which way a metric gets better. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    /** Neither the unit nor anybody says it: a change is told as a change, and is neither better nor worse. */
    NOT_KNOWN;

    /** The word of rules and options, {@code lower} or {@code higher}; empty if the direction is not known. */
    public String label() {
        return switch (this) {
            case LOWER_IS_BETTER -> "lower";
            case HIGHER_IS_BETTER -> "higher";
            case NOT_KNOWN -> "";
        };
    }

    /** The direction of a word; empty if there is none. */
    public static Optional<Direction> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(direction -> direction.known() && direction.label().equals(label))
                .findFirst();
    }

    /** Whether a change can be called better or worse. */
    public boolean known() {
        return this != NOT_KNOWN;
    }

    /**
     * The factor that turns a difference of logarithms into "positive means worse": +1 or -1. If the direction is not known, it is
     * +1, and puts changes in order without a meaning.
     */
    public int worseSign() {
        return switch (this) {
            case LOWER_IS_BETTER, NOT_KNOWN -> 1;
            case HIGHER_IS_BETTER -> -1;
        };
    }

    /** What is said next to a unit: {@code lower is better}; empty if the direction is not known. */
    public String words() {
        return known() ? label() + " is better" : "";
    }
}
