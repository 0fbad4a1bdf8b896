package dev.plumbline.analysis.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a comparison says about one series. */
public enum Outcome {
    /** Significantly and relevantly worse. */
    REGRESSED,
    /** Significantly and relevantly better. */
    IMPROVED,
    /** Significantly and relevantly different, in a metric of which it isn't known which way it gets better. */
    CHANGED,
    /** The whole interval is inside the relevance band: a statement of equivalence, not just the absence of a finding. */
    UNCHANGED,
    /** None of the others can be said with this data; the reasons say why. */
    INCONCLUSIVE;

    /** The word in lower case, as in the schema, the API and the pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a word; empty if there is none. */
    public static Optional<Outcome> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst();
    }

    /** Whether something got worse or better, or changed without being either. */
    public boolean changed() {
        return switch (this) {
            case REGRESSED, IMPROVED, CHANGED -> true;
            case UNCHANGED, INCONCLUSIVE -> false;
        };
    }
}
