package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.model.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * A subject with its finite values only.
 *
 * @param metric what is measured
 * @param baseline the runs that have a finite value, oldest first
 * @param candidate the finite fork values; may be empty
 */
record Prepared(Metric metric, List<double[]> baseline, double[] candidate) {

    static Prepared of(Subject subject) {
        return new Prepared(
                subject.metric(),
                subject.baseline().stream()
                        .map(Prepared::finite)
                        .filter(forks -> forks.length > 0)
                        .toList(),
                finite(subject.candidate()));
    }

    static double[] finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Arrays.stream(values).filter(Double::isFinite).toArray();
            }
        }
        return values;
    }

    /** All forks of the baseline, in a new array. */
    double[] baselineForks() {
        return baseline.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Whether one fork on either side stands alone, with no run before it. */
    boolean oneForkWithoutHistory() {
        return baseline.size() == 1 && (candidate.length == 1 || baseline.get(0).length == 1);
    }

    /** A verdict without a test's numbers. */
    SeriesVerdict verdict(
            Outcome outcome,
            Method method,
            double level,
            double ratio,
            double ratioLow,
            double ratioHigh,
            List<Reason> reasons) {
        return new SeriesVerdict(
                outcome,
                method,
                candidateMean(),
                candidate.length,
                level,
                baseline.size(),
                baseline.stream().mapToInt(forks -> forks.length).sum(),
                ratio,
                ratioLow,
                ratioHigh,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                reasons);
    }

    /** The verdict on a series that cannot be compared. */
    SeriesVerdict inconclusive(Reason reason) {
        double level = baselineMean();
        double ratio = level > 0 && candidateMean() > 0 ? candidateMean() / level : Double.NaN;
        return verdict(Outcome.INCONCLUSIVE, Method.NONE, level, ratio, Double.NaN, Double.NaN, List.of(reason));
    }

    double candidateMean() {
        return Arrays.stream(candidate).average().orElse(Double.NaN);
    }

    /** The mean of the baseline's run means; NaN without a baseline. */
    double baselineMean() {
        return baseline.stream()
                .mapToDouble(forks -> Arrays.stream(forks).average().orElseThrow())
                .average()
                .orElse(Double.NaN);
    }
}
