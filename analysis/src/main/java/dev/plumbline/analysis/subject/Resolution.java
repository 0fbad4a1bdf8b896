package dev.plumbline.analysis.subject;

import dev.plumbline.analysis.model.Metric;
import java.util.Map;
import java.util.Set;

/**
 * How far two values of a metric may lie apart and still be the same value, if the metric is one that repeats to the
 * digit.
 *
 * @param absolute in the metric's base unit: half a byte per operation, since what a profiler counts in a whole JVM is
 *     never exactly 0 and no object is smaller than eight bytes; a twentieth of an event for other counts
 * @param relative of the value: a profiler attributes the JVM's own work to the benchmark, which moves the fourth digit
 */
public record Resolution(double absolute, double relative) {

    private static final double RELATIVE = 1e-3;

    private static final Map<String, Double> ABSOLUTE = Map.of("B/op", 0.5, "B", 0.5);

    private static final double OTHER_ABSOLUTE = 0.05;

    /** Times and rates are never exact, however calm a machine is. */
    private static final Set<String> NEVER_EXACT =
            Set.of("s/op", "ops/s", "s", "MB/sec", "%", "clks/insn", "insns/clk");

    /** Whether values in this metric's unit can be near-exact at all. */
    static boolean possible(Metric metric) {
        return !NEVER_EXACT.contains(metric.unit().base());
    }

    public static Resolution of(Metric metric) {
        return new Resolution(ABSOLUTE.getOrDefault(metric.unit().base(), OTHER_ABSOLUTE), RELATIVE);
    }

    /** The resolution at a level, in the base unit. */
    public double at(double level) {
        return Math.max(absolute, relative * Math.abs(level));
    }
}
