package dev.plumbline.analysis.segment;

/**
 * The thresholds of a segmentation.
 *
 * @param penalty what a further change point costs, in nats: it must explain the runs better by more than this
 * @param minimumEffect the smallest relative shift that is a change point, for metrics that scatter
 * @param minimumEffectNearExact the same for near-exact metrics
 * @param confirmingRuns how many runs at the new level confirm a change point, at least 2
 * @param suspicion two-sided p-value below which the newest runs alone are suspected, in (0, 1)
 * @param window how many of the newest runs an append looks at, at least 20
 */
public record SegmentationSettings(
        double penalty,
        double minimumEffect,
        double minimumEffectNearExact,
        int confirmingRuns,
        double suspicion,
        int window) {

    private static final double SUITE_PENALTIES = 3;
    private static final int SUITE_CONFIRMING_RUNS = 5;

    public SegmentationSettings {
        require(penalty > 0, "penalty", penalty, "more than 0");
        require(minimumEffect >= 0, "minimumEffect", minimumEffect, "0 or more");
        require(minimumEffectNearExact >= 0, "minimumEffectNearExact", minimumEffectNearExact, "0 or more");
        require(confirmingRuns >= 2, "confirmingRuns", confirmingRuns, "at least 2");
        require(suspicion > 0 && suspicion < 1, "suspicion", suspicion, "more than 0 and less than 1");
        require(window >= 20, "window", window, "at least 20");
    }

    /** The thresholds whose accuracy docs/statistics.md shows. */
    public static SegmentationSettings defaults() {
        return new SegmentationSettings(9.0, 0.01, 0.005, 3, 0.004, 150);
    }

    /**
     * These settings for what a whole suite shares. Alternating machines make a suite's movement switch between levels
     * for a few runs at a time; a shift must last longer than that to count.
     */
    public SegmentationSettings forSuite() {
        return new SegmentationSettings(
                SUITE_PENALTIES * penalty,
                minimumEffect,
                minimumEffectNearExact,
                Math.max(confirmingRuns, SUITE_CONFIRMING_RUNS),
                suspicion,
                window);
    }

    /** These settings with another smallest shift, for metrics of every kind. */
    SegmentationSettings withMinimumEffect(double smallest) {
        return new SegmentationSettings(penalty, smallest, smallest, confirmingRuns, suspicion, window);
    }

    private static void require(boolean condition, String name, double value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
        }
    }
}
