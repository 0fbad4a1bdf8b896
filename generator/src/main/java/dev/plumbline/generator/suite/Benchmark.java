package dev.plumbline.generator.suite;

import java.util.Map;

/**
 * A benchmark with its parameters, and what it costs before anything happened to it.
 *
 * @param number its place in the suite, from 0
 * @param className the class with its package
 * @param method the method
 * @param parameters the parameters, in the order of their names
 * @param mode mode and unit
 * @param noise how its times scatter
 * @param nanos nanoseconds per operation
 * @param bytes allocated bytes per operation
 */
public record Benchmark(
        int number,
        String className,
        String method,
        Map<String, String> parameters,
        JmhMode mode,
        NoiseClass noise,
        double nanos,
        double bytes) {

    private static final double INSTRUCTIONS_PER_NANO = 7.5;
    private static final double MISSES_PER_NANO = 0.04;

    /** The level of a quantity, in nanoseconds, bytes or events per operation. */
    public double level(MeasuredQuantity quantity) {
        return switch (quantity) {
            case TIME -> nanos;
            case BYTES -> bytes;
            case INSTRUCTIONS -> nanos * INSTRUCTIONS_PER_NANO;
            case MISSES -> nanos * MISSES_PER_NANO;
        };
    }

    /** The name with the parameters, for people. */
    public String title() {
        return className.substring(className.lastIndexOf('.') + 1)
                + "."
                + method
                + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
