package dev.plumbline.analysis.model;

import java.util.List;

/**
 * One metric of one result.
 *
 * @param metric what was measured
 * @param score the score of the file, in the metric's base unit; NaN when JMH had none
 * @param scoreError half the width of JMH's 99.9 % interval, in the base unit; NaN when JMH had none
 * @param forks the forks in their order; empty when raw data was switched off and only the score is known
 */
public record Measurement(Metric metric, double score, double scoreError, List<Fork> forks) {

    public Measurement {
        forks = List.copyOf(forks);
    }

    /** The finite fork values in their order; the score alone where the forks are not known; empty when none is finite. */
    public double[] forkValues() {
        if (forks.isEmpty()) {
            return Double.isFinite(score) ? new double[] {score} : new double[0];
        }
        return forks.stream().mapToDouble(Fork::value).filter(Double::isFinite).toArray();
    }
}
