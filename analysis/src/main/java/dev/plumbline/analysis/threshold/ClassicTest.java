package dev.plumbline.analysis.threshold;

import java.util.Locale;

/** The tests that Bencher offers for its thresholds, by what their boundaries are. */
public enum ClassicTest {
    /** The boundaries are values themselves, in the unit of the series. */
    STATIC,
    /** A share of the mean, beyond the mean. */
    PERCENTAGE,
    /** A probability of the normal distribution. */
    Z_SCORE,
    /** A probability of Student's t with one degree of freedom less than there are runs. */
    T_TEST,
    /** A probability of the log-normal distribution. */
    LOG_NORMAL,
    /** A number of interquartile ranges beyond the median. */
    IQR,
    /** A number of interquartile ranges of the relative changes from run to run, beyond the median. */
    DELTA_IQR;

    /** The word, kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Checks that a boundary can be one of this test.
     *
     * @throws IllegalArgumentException when it can't
     */
    void check(String name, double boundary) {
        switch (this) {
            case STATIC -> {
                if (Double.isInfinite(boundary)) {
                    throw new IllegalArgumentException(name + " is infinite, expected a value");
                }
            }
            case PERCENTAGE ->
                require(
                        boundary >= 0 && boundary < Double.POSITIVE_INFINITY,
                        name,
                        boundary,
                        "a share of at least 0: 0.1 is 10 percent");
            case Z_SCORE, T_TEST, LOG_NORMAL ->
                require(
                        boundary >= 0.5 && boundary < 1,
                        name,
                        boundary,
                        "a probability of at least 0.5 and less than 1, such as 0.99");
            case IQR, DELTA_IQR ->
                require(
                        boundary >= 0 && boundary < Double.POSITIVE_INFINITY,
                        name,
                        boundary,
                        "a multiple of at least 0, such as 3");
        }
    }

    private static void require(boolean holds, String name, double boundary, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + boundary + ", expected " + expected);
        }
    }
}
