package dev.plumbline.analysis.threshold;

/**
 * Which series are judged how.
 *
 * @param benchmark a pattern over class and method: {@code *} is any text, {@code ?} one character
 * @param metric the metric's name, or {@code *} for every metric
 * @param environment the environment's label, or {@code *} for every environment
 * @param threshold how they are judged
 */
public record ThresholdRule(String benchmark, String metric, String environment, Threshold threshold) {

    /** The most characters of a pattern, a metric or an environment. */
    public static final int LONGEST_TEXT = 500;

    private static final String ANY = "*";

    public ThresholdRule {
        check("benchmark", benchmark);
        check("metric", metric);
        check("environment", environment);
    }

    /** Whether a series is one of them. */
    boolean matches(String benchmarkName, String metricName, String environmentLabel) {
        return (metric.equals(ANY) || metric.equals(metricName))
                && (environment.equals(ANY) || environment.equals(environmentLabel))
                && new NamePattern(benchmark).matches(benchmarkName);
    }

    /** Whether every series of the other rule plainly is one of this one, so that the other is never asked. */
    boolean covers(ThresholdRule other) {
        return (new NamePattern(benchmark).matchesAll() || benchmark.equals(other.benchmark))
                && (metric.equals(ANY) || metric.equals(other.metric))
                && (environment.equals(ANY) || environment.equals(other.environment));
    }

    private static void check(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is empty, expected * for every " + field);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters, expected at most " + LONGEST_TEXT);
        }
    }
}
