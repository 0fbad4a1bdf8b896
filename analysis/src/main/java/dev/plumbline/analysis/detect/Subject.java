package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.model.Metric;
import java.util.List;

/**
 * One series to judge.
 *
 * @param metric what is measured; its unit gives the direction
 * @param baseline the runs of the current segment, oldest first, each its fork values in the unit's base unit; may be empty
 * @param candidate the fork values of the run that is judged, in the same unit
 */
public record Subject(Metric metric, List<double[]> baseline, double[] candidate) {

    public Subject {
        baseline = List.copyOf(baseline);
    }
}
