package dev.plumbline.analysis.format.jmh;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The values of the forks of a metric whose iterations JMH doesn't write. An external profiler (perfnorm, perf, …)
 * reports one number per fork; the document then has an empty list for each fork, and the score, error and percentiles of
 * those numbers. Up to five forks, the numbers follow from these:
 *
 * <ul>
 *   <li>1 to 3: percentiles 0, 50 and 100 are the numbers themselves;
 *   <li>4: percentile 50 is the mean of the middle two, and the error gives their distance;
 *   <li>5: percentile 50 is the third, the mean gives the sum of the second and fourth, the error their distance.
 * </ul>
 *
 * The error is {@code t s / √n} with the 99.95 % quantile of Student's t with n - 1 degrees of freedom. What does not fit
 * together (a mean that these numbers do not have) is not taken apart.
 */
final class ForkRecovery {

    private static final double UPPER_TAIL = 1 - (1 - 0.999) / 2;
    private static final double[] T_FOR_FOUR_AND_FIVE = {quantile(3), quantile(4)};
    private static final double[] NONE = {};

    private ForkRecovery() {}

    /** The forks' values, ascending, in the document's unit; empty when they do not follow. */
    static double[] values(MetricDraft metric, Aggregation aggregation) {
        int forks = metric.forkCount;
        double low = metric.lowest;
        double middle = metric.median;
        double high = metric.highest;
        double[] values = switch (forks) {
            case 1 -> new double[] {middle};
            case 2 -> new double[] {low, high};
            case 3 -> new double[] {low, middle, high};
            case 4 -> around(metric, aggregation, new double[] {low, high}, middle, T_FOR_FOUR_AND_FIVE[0]);
            case 5 ->
                around(
                        metric,
                        aggregation,
                        new double[] {low, middle, high},
                        (5 * metric.score - low - middle - high) / 2,
                        T_FOR_FOUR_AND_FIVE[1]);
            default -> NONE;
        };
        return fits(values, metric, aggregation) ? values : NONE;
    }

    /** The known values with the two that lie about a centre, whose distance from it the error gives. */
    private static double[] around(
            MetricDraft metric, Aggregation aggregation, double[] known, double centre, double quantile) {
        int forks = known.length + 2;
        double mean = metric.score;
        double deviation = metric.scoreError * Math.sqrt(forks) / quantile;
        if (aggregation != Aggregation.AVERAGE || !Double.isFinite(deviation) || !Double.isFinite(centre)) {
            return NONE;
        }
        double squares = deviation * deviation * (forks - 1);
        double rest = squares - 2 * (centre - mean) * (centre - mean);
        for (double value : known) {
            rest -= (value - mean) * (value - mean);
        }
        if (rest < -1e-6 * squares) {
            return NONE;
        }
        double distance = Math.sqrt(Math.max(0, rest) / 2);
        double[] values = Arrays.copyOf(known, forks);
        values[forks - 2] = centre - distance;
        values[forks - 1] = centre + distance;
        Arrays.sort(values);
        return values;
    }

    /** Whether the score is computed from these values, and from as many. */
    private static boolean fits(double[] values, MetricDraft metric, Aggregation aggregation) {
        double sum = Arrays.stream(values).sum();
        if (values.length == 0 || !Double.isFinite(sum)) {
            return false;
        }
        return switch (aggregation) {
            case AVERAGE -> Aggregation.agree(sum / values.length, metric.score) && isOfAllForks(values, metric);
            case SUM -> Aggregation.agree(sum, metric.score);
            case MAXIMUM, MINIMUM -> values.length == 1;
        };
    }

    /**
     * Whether the percentiles are of one number a fork. A number that JMH derives from all forks together has percentiles
     * too, all of them the number itself, and no error: from three values on an average has one, and two equal ones can't
     * be told from one.
     */
    private static boolean isOfAllForks(double[] values, MetricDraft metric) {
        return switch (values.length) {
            case 1 -> true;
            case 2 -> values[0] != values[1];
            default -> Double.isFinite(metric.scoreError);
        };
    }

    private static double quantile(int degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(UPPER_TAIL);
    }
}
