package dev.plumbline.analysis.threshold;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;

/**
 * Which series are judged how. In the three patterns {@code *} is any text, {@code ?} one character.
 *
 * @param benchmark a pattern for class and method, without parameters
 * @param metric a pattern for the metric's name
 * @param environment a pattern for the environment's label
 * @param threshold how they are judged
 * @param direction which way they get better; {@link Direction#NOT_KNOWN} if the rule doesn't say it and the unit decides
 */
public record ThresholdRule(
        String benchmark, String metric, String environment, Threshold threshold, Direction direction) {

    /** The most characters of a pattern, a metric or an environment. */
    public static final int LONGEST_TEXT = 500;

    private static final String ANY = "*";

    /** A rule for series whose unit says which way they get better. */
    public ThresholdRule(String benchmark, String metric, String environment, Threshold threshold) {
        this(benchmark, metric, environment, threshold, Direction.NOT_KNOWN);
    }

    public ThresholdRule {
        check("benchmark", benchmark);
        check("metric", metric);
        check("environment", environment);
    }

    /** The metric with the direction that the rule gives; the same metric if it gives none. */
    public Metric directed(Metric of) {
        return direction.known() ? of.with(direction) : of;
    }

    /** Whether a series is one of them. */
    boolean matches(String benchmarkName, String metricName, String environmentLabel) {
        return new NamePattern(benchmark).matches(benchmarkName)
                && new NamePattern(metric).matches(metricName)
                && new NamePattern(environment).matches(environmentLabel);
    }

    /** Whether every series of the other rule obviously matches this one, so that the other is never tried. */
    boolean covers(ThresholdRule other) {
        return covers(benchmark, other.benchmark)
                && covers(metric, other.metric)
                && covers(environment, other.environment);
    }

    private static boolean covers(String pattern, String other) {
        return pattern.equals(ANY) || pattern.equals(other);
    }

    private static void check(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is empty, expected a pattern such as *");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters, expected at most " + LONGEST_TEXT);
        }
    }
}
