package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import java.util.List;

/**
 * One series to judge. A run is its fork values in the unit's base unit.
 *
 * @param metric what is measured; its unit gives the direction
 * @param baseline the runs of the current segment, oldest first; may be empty
 * @param candidate the runs that are judged, pooled into one: re-runs of one commit, mostly just one; oldest first
 * @param threshold how it is judged
 */
public record Subject(Metric metric, List<double[]> baseline, List<double[]> candidate, Threshold threshold) {

    public Subject {
        baseline = List.copyOf(baseline);
        candidate = List.copyOf(candidate);
    }

    /** Judged by the default test. */
    public Subject(Metric metric, List<double[]> baseline, List<double[]> candidate) {
        this(metric, baseline, candidate, DefaultTest.STANDARD);
    }

    /** A candidate of one run, judged by the default test. */
    public Subject(Metric metric, List<double[]> baseline, double[] candidate) {
        this(metric, baseline, List.of(candidate));
    }
}
