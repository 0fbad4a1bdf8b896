package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.Prepared;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Describes a change point that is no longer searched for: its place is given, and its size is estimated from the runs around it. */
final class SettledShift {

    /** Runs used on either side; more would hardly make the size more precise, and the cost would grow with the history. */
    private static final int REACH = 30;

    private static final double CONFIDENCE_QUANTILE = 1.96;

    private SettledShift() {}

    /** The shift at {@code index} between the change points {@code from} and {@code to}; empty when a side has no value. */
    static Optional<ChangePoint> describe(Metric metric, List<double[]> runs, int from, int index, int to) {
        double[] before = means(runs.subList(Math.max(from, index - REACH), index));
        double[] after = means(runs.subList(index, Math.min(to, index + REACH)));
        if (before.length == 0 || after.length == 0) {
            return Optional.empty();
        }
        double low = Median.of(before);
        double high = Median.of(after);
        boolean logarithmic = low > 0 && high > 0;
        double difference = logarithmic ? Math.log(high / low) : Double.NaN;
        double error = logarithmic ? Math.hypot(relativeError(before, low), relativeError(after, high)) : Double.NaN;
        double half = CONFIDENCE_QUANTILE * error;
        double pValue = error > 0 ? StudentT.twoSided(difference / error, before.length + after.length - 1.0) : 0;
        return Optional.of(new ChangePoint(
                index,
                ChangePoint.State.CONFIRMED,
                low,
                high,
                Math.exp(difference),
                Math.exp(difference - half),
                Math.exp(difference + half),
                pValue,
                (high - low) * metric.unit().direction().worseSign() > 0,
                index,
                index));
    }

    private static double relativeError(double[] means, double level) {
        return Median.scaleAround(level, means) / level / Math.sqrt(means.length);
    }

    private static double[] means(List<double[]> runs) {
        double[] means = new double[runs.size()];
        int count = 0;
        for (double[] run : runs) {
            double[] forks = Prepared.finite(run);
            if (forks.length > 0) {
                means[count++] = Sample.of(forks).mean();
            }
        }
        return Arrays.copyOf(means, count);
    }
}
