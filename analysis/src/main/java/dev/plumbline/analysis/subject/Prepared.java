package dev.plumbline.analysis.subject;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * A subject with its finite values only.
 *
 * @param metric what is measured
 * @param baseline the runs that have a finite value, oldest first
 * @param candidate the candidate's runs that have a finite value; may be empty
 * @param iterations how iterations scatter, if it is known
 */
public record Prepared(Metric metric, List<double[]> baseline, List<double[]> candidate, IterationScatter iterations) {

    public static Prepared of(Subject subject) {
        return new Prepared(
                subject.metric(), finite(subject.baseline()), finite(subject.candidate()), subject.iterations());
    }

    private static List<double[]> finite(List<double[]> runs) {
        return runs.stream()
                .map(Prepared::finite)
                .filter(forks -> forks.length > 0)
                .toList();
    }

    public static double[] finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Arrays.stream(values).filter(Double::isFinite).toArray();
            }
        }
        return values;
    }

    /** All forks of the baseline, in a new array. */
    public double[] baselineForks() {
        return forks(baseline);
    }

    /** All forks of the candidate, in a new array. */
    public double[] candidateForks() {
        return forks(candidate);
    }

    private static double[] forks(List<double[]> runs) {
        return runs.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Whether one run is compared with one run and either has only one fork: nothing shows its scatter. */
    public boolean oneForkWithoutHistory() {
        return baseline.size() == 1
                && candidate.size() == 1
                && (candidate.get(0).length == 1 || baseline.get(0).length == 1);
    }

    /** A verdict without a test's numbers. */
    public Verdict verdict(
            Outcome outcome,
            Method method,
            double candidateLevel,
            double baselineLevel,
            Effect effect,
            List<StatedReason> reasons) {
        return new Verdict(
                outcome,
                method,
                new Level(candidateLevel, candidate.size(), candidateForks().length),
                new Level(baselineLevel, baseline.size(), baselineForks().length),
                effect,
                Evidence.NONE,
                Remedy.NONE,
                reasons,
                Limits.NONE);
    }

    /** The verdict on a series that can't be compared. */
    public Verdict inconclusive(Reason reason) {
        Scale scale = Scale.of(baseline, candidate);
        Scatter scatter = Scatter.of(scale.apply(baseline), scale.apply(candidate));
        double place = scatter.baseline().mean();
        return verdict(
                Outcome.INCONCLUSIVE,
                Method.NONE,
                scale.value(scatter.candidate().mean()),
                scale.value(place),
                Effect.of(scale.ratio(place, scatter.difference())),
                List.of(reason));
    }
}
