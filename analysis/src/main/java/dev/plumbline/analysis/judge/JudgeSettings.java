package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.threshold.DefaultTest;

/**
 * The thresholds of a comparison.
 *
 * @param confidence of the intervals, in (0, 1)
 * @param falseDiscoveryRate the expected share of false findings among the findings of a run, in (0, 1)
 * @param minimumEffectTime the smallest relative change that is relevant, for all metrics that are not near-exact
 * @param minimumEffectNearExact the smallest relative change that is relevant for near-exact metrics
 * @param power with which the smallest detectable change would be found, in (0, 1)
 */
public record JudgeSettings(
        double confidence,
        double falseDiscoveryRate,
        double minimumEffectTime,
        double minimumEffectNearExact,
        double power) {

    private static final double HIGHEST_LEVEL = 0.99;

    public JudgeSettings {
        requireShare("confidence", confidence);
        requireShare("falseDiscoveryRate", falseDiscoveryRate);
        requireShare("power", power);
        requireNotNegative("minimumEffectTime", minimumEffectTime);
        requireNotNegative("minimumEffectNearExact", minimumEffectNearExact);
    }

    /**
     * 95 % intervals, 2 % for time, 0.5 % for near-exact metrics, 80 % power, and nominally 2.5 % false discoveries: forks are
     * not normal, and on public benchmarks that nominal 2.5 % gives at most the 5 % that is meant (docs/statistics.md, E2).
     */
    public static JudgeSettings defaults() {
        return new JudgeSettings(0.95, 0.025, 0.02, 0.005, 0.8);
    }

    /**
     * These settings with what a project sets differently. The significance level follows the confidence in proportion: the
     * same confidence keeps the level, 99 % instead of 95 % makes it a fifth.
     */
    JudgeSettings with(DefaultTest test) {
        double own = test.confidenceOr(confidence);
        return new JudgeSettings(
                own,
                Math.min(HIGHEST_LEVEL, falseDiscoveryRate * ((1 - own) / (1 - confidence))),
                test.minimumEffectOr(minimumEffectTime),
                test.minimumEffectOr(minimumEffectNearExact),
                power);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected more than 0 and less than 1");
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected 0 or more");
        }
    }
}
