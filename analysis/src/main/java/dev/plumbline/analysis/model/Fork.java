package dev.plumbline.analysis.model;

/**
 * One JVM launch, the experimental unit: iterations inside it are correlated.
 *
 * @param value the fork's value in the metric's base unit: the mean of its iterations, or what the metric's
 *     definition asks for (a sum of counts, a percentile of its histogram); may be NaN if JMH measured none
 * @param iterations the measured iterations in the metric's base unit, in their order; empty when only the fork's value
 *     is known
 * @param samples the invocations that were timed one by one, in sample mode; 0 if the metric was not sampled
 */
public record Fork(double value, double[] iterations, long samples) {

    /** A fork whose value isn't computed from samples. */
    public Fork(double value, double[] iterations) {
        this(value, iterations, 0);
    }
}
