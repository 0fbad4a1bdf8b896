package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.model.Metric;
import java.util.List;

/**
 * One series to judge. A run is its fork values in the unit's base unit.
 *
 * @param metric what is measured; its unit gives the direction
 * @param baseline the runs of the current segment, oldest first; may be empty
 * @param candidate the runs that are judged, pooled into one: re-runs of one commit, mostly just one; oldest first
 */
public record Subject(Metric metric, List<double[]> baseline, List<double[]> candidate) {

    public Subject {
        baseline = List.copyOf(baseline);
        candidate = List.copyOf(candidate);
    }

    /** A candidate of one run. */
    public Subject(Metric metric, List<double[]> baseline, double[] candidate) {
        this(metric, baseline, List.of(candidate));
    }
}
