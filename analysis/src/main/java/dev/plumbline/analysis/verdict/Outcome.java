package dev.plumbline.analysis.verdict;

import java.util.Locale;

/** What a comparison says of one series. */
public enum Outcome {
    /** Significantly and relevantly worse. */
    REGRESSED,
    /** Significantly and relevantly better. */
    IMPROVED,
    /** The whole interval lies inside the relevance band: a statement of equivalence, not of silence. */
    UNCHANGED,
    /** None of the others can be said with this data; the reasons say why. */
    INCONCLUSIVE;

    /** The word in lower case, as the API and the pages have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
