package dev.plumbline.analysis.detect;

import java.util.Locale;

/** How a series was compared. */
public enum Method {
    /** Two-sample t on log fork means with a variance shrunk over the suite; history adds the run-to-run component. */
    MODERATED_T,
    /** Against the range that the segment's forks showed, widened by the metric's resolution. */
    NEAR_EXACT,
    /** Not compared. */
    NONE;

    /** The word in kebab case, as the API and the pages have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
