package dev.plumbline.analysis.subject;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import java.util.List;

/**
 * One series to judge. A run is its fork values in the unit's base unit.
 *
 * @param metric what is measured; its unit gives the direction
 * @param baseline the runs of the current segment, oldest first; may be empty
 * @param candidate the runs that are judged, pooled into one: re-runs of one commit, usually just one; oldest first
 * @param threshold how it is judged
 * @param iterations how the iterations inside the forks scatter, of the candidate or of both sides; if it is known, noise is estimated
 *     better and an inconclusive verdict can say whether forks or iterations are missing
 * @param assumed noise that is known from elsewhere
 */
public record Subject(
        Metric metric,
        List<double[]> baseline,
        List<double[]> candidate,
        Threshold threshold,
        IterationScatter iterations,
        AssumedNoise assumed) {

    public Subject {
        baseline = List.copyOf(baseline);
        candidate = List.copyOf(candidate);
    }

    /** When no noise is assumed. */
    public Subject(
            Metric metric,
            List<double[]> baseline,
            List<double[]> candidate,
            Threshold threshold,
            IterationScatter iterations) {
        this(metric, baseline, candidate, threshold, iterations, AssumedNoise.NONE);
    }

    /** When iterations are not known. */
    public Subject(Metric metric, List<double[]> baseline, List<double[]> candidate, Threshold threshold) {
        this(metric, baseline, candidate, threshold, IterationScatter.UNKNOWN);
    }

    /** Judged by the default test. */
    public Subject(Metric metric, List<double[]> baseline, List<double[]> candidate, IterationScatter iterations) {
        this(metric, baseline, candidate, DefaultTest.STANDARD, iterations);
    }

    /** Judged by the default test, where iterations are not known. */
    public Subject(Metric metric, List<double[]> baseline, List<double[]> candidate) {
        this(metric, baseline, candidate, DefaultTest.STANDARD);
    }

    /** A candidate of one run, judged by the default test, where iterations are not known. */
    public Subject(Metric metric, List<double[]> baseline, double[] candidate) {
        this(metric, baseline, List.of(candidate));
    }

    /** The same series with noise that is known from elsewhere. */
    public Subject assuming(AssumedNoise noise) {
        return new Subject(metric, baseline, candidate, threshold, iterations, noise);
    }
}
