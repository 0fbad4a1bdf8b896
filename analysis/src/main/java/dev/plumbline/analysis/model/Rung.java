package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a run's baseline was chosen: the steps of the ladder, best first. */
public enum Rung {
    /** Measured alternately with the head, on the same machine. */
    PAIR,
    /** The commit at which the change leaves the base branch. */
    MERGE_BASE,
    /** The nearest commit before it that was measured. */
    NEAREST_ANCESTOR,
    /** The base branch's runs since its last change point. */
    SEGMENT,
    /** Nothing: not a pass. */
    NONE;

    /** The word in kebab case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rung of a word; empty where there is none such. */
    public static Optional<Rung> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(rung -> rung.label().equals(label))
                .findFirst();
    }
}
