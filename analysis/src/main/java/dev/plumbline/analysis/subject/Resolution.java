package dev.plumbline.analysis.subject;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.UnitFamily;

/**
 * How far two values of a metric may be apart and still be the same value, if the metric is one that repeats to the
 * digit.
 *
 * @param absolute in the metric's base unit: half a byte per operation, since what a profiler counts in a whole JVM is
 *     never exactly 0 and no object is smaller than eight bytes; a twentieth of an event for other counts
 * @param relative of the value: a profiler attributes the JVM's own work to the benchmark, which moves the fourth digit
 */
public record Resolution(double absolute, double relative) {

    private static final double RELATIVE = 1e-3;

    private static final double BYTES = 0.5;

    private static final double EVENTS = 0.05;

    /** Whether values in this metric's unit can be near-exact at all. */
    public static boolean possible(Metric metric) {
        return metric.unit().family().mayRepeat();
    }

    public static Resolution of(Metric metric) {
        UnitFamily family = metric.unit().family();
        boolean bytes = family == UnitFamily.ALLOCATION || family == UnitFamily.SIZE;
        return new Resolution(bytes ? BYTES : EVENTS, RELATIVE);
    }

    /** The resolution at a level, in the base unit. */
    public double at(double level) {
        return Math.max(absolute, relative * Math.abs(level));
    }
}
