package dev.plumbline.analysis.verdict;

import dev.plumbline.analysis.threshold.ClassicTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a series was compared. */
public enum Method {
    /** Two-sample t on log fork means with a variance shrunk over the suite; history adds the run-to-run component. */
    MODERATED_T,
    /** Paired t on the log differences inside pairs of forks launched alternately, with a variance shrunk over the suite. */
    PAIRED_T,
    /** Normal or t-test on log run means, with noise that was assumed or is known from elsewhere. */
    ASSUMED_NOISE,
    /** Against the range that the segment's forks showed, widened by the metric's resolution. */
    NEAR_EXACT,
    /** By the project's own rule: against fixed values. */
    CLASSIC_STATIC,
    /** By the project's own rule: against a share of the runs' mean. */
    CLASSIC_PERCENTAGE,
    /** By the project's own rule: against a normal quantile of the runs. */
    CLASSIC_Z_SCORE,
    /** By the project's own rule: against a quantile of Student's t around the runs' mean. */
    CLASSIC_T_TEST,
    /** By the project's own rule: against a log-normal quantile of the runs. */
    CLASSIC_LOG_NORMAL,
    /** By the project's own rule: against interquartile ranges beyond the runs' median. */
    CLASSIC_IQR,
    /** By the project's own rule: against interquartile ranges of the changes from run to run. */
    CLASSIC_DELTA_IQR,
    /** Not compared. */
    NONE;

    /** The method of a classic test. */
    public static Method of(ClassicTest test) {
        return switch (test) {
            case STATIC -> CLASSIC_STATIC;
            case PERCENTAGE -> CLASSIC_PERCENTAGE;
            case Z_SCORE -> CLASSIC_Z_SCORE;
            case T_TEST -> CLASSIC_T_TEST;
            case LOG_NORMAL -> CLASSIC_LOG_NORMAL;
            case IQR -> CLASSIC_IQR;
            case DELTA_IQR -> CLASSIC_DELTA_IQR;
        };
    }

    /** The word in kebab case, as the schema, the API and the pages have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The method of a word; empty if there is none. */
    public static Optional<Method> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst();
    }
}
