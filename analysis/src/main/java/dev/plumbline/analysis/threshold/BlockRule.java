package dev.plumbline.analysis.threshold;

/**
 * Which regressions block a merge. In the patterns {@code *} is any text, {@code ?} one character.
 *
 * @param benchmark a pattern for class and method, without parameters
 * @param metric a pattern for the metric's name
 * @param environment a pattern for the environment's label
 * @param minimumEffect how large the change for the worse has to be, relative to the baseline: 0.1 is ten percent more time or ten
 *     percent less throughput; 0: whatever was found to have regressed, at most {@value #LARGEST_EFFECT}
 */
public record BlockRule(String benchmark, String metric, String environment, double minimumEffect) {

    /** The largest minimum effect: a hundredfold. */
    public static final int LARGEST_EFFECT = 100;

    private static final String ANY = "*";

    public BlockRule {
        check("benchmark", benchmark);
        check("metric", metric);
        check("environment", environment);
        if (!(minimumEffect >= 0 && minimumEffect <= LARGEST_EFFECT)) {
            throw new IllegalArgumentException(
                    "minimumEffect is " + minimumEffect + ", expected a share from 0 to " + LARGEST_EFFECT);
        }
    }

    /** Whether it is about a series. */
    public boolean covers(String benchmarkName, String metricName, String environmentLabel) {
        return new NamePattern(benchmark).matches(benchmarkName)
                && new NamePattern(metric).matches(metricName)
                && new NamePattern(environment).matches(environmentLabel);
    }

    /** Whether it covers every benchmark's metric of that name, and so what they share. */
    public boolean coversSuite(String metricName, String environmentLabel) {
        return benchmark.equals(ANY) && covers("", metricName, environmentLabel);
    }

    /**
     * Whether a change is large enough.
     *
     * @param ratio new divided by old; a change without a finite ratio, such as from zero, is large enough
     */
    public boolean reaches(double ratio) {
        return !Double.isFinite(ratio) || Math.abs(ratio - 1) >= minimumEffect;
    }

    private static void check(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is empty, expected a pattern such as *");
        }
        if (text.length() > ThresholdRule.LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters, expected at most " + ThresholdRule.LONGEST_TEXT);
        }
    }
}
