package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;

/**
 * How strongly each series follows the movement that the suite shares from run to run: the slope of its changes on the shared
 * changes, by Huber's regression, shrunk towards the suite's usual slope as far as the slopes resemble each other
 * (DerSimonian and Laird 1986). If the shared movement is little more than its own error, nothing follows it, the slopes are
 * near 0, and hardly anything is removed.
 */
final class Responses {

    private static final double LARGEST = 2;
    private static final double HUBER = 1.345;
    private static final int STEPS = 8;

    /** The scale hardly moves after the second step, and finding it takes longer than the rest. */
    private static final int SCALE_STEPS = 2;

    private static final double SMALLEST_SCALE = 1e-6;

    /** Slopes differ at least this much (standard deviation 0.1): no two benchmarks use a machine in the same way. */
    private static final double SMALLEST_VARIANCE = 0.01;

    private static final int FEWEST_CHANGES = 4;

    private Responses() {}

    /** The shared movement of a run as one series sees it. */
    interface Movement {
        double at(int which, int run);
    }

    /** A slope with its variance, infinite when nothing is known. */
    private record Slope(double value, double variance) {}

    /**
     * The response of each series, in [0, 2].
     *
     * @param mode the series
     * @param size how many series
     * @param segment per run the number of the segment it lies in; changes from one to the next are not used
     * @param movement of each run, as far as it can be relied on
     */
    static double[] of(CommonMode mode, int size, int[] segment, Movement movement) {
        Slope[] slopes = new Slope[size];
        for (int which = 0; which < size; which++) {
            slopes[which] = slope(mode, which, segment, movement);
        }
        Slope usual = usual(mode, slopes);
        double[] responses = new double[size];
        for (int which = 0; which < size; which++) {
            Slope own = slopes[which];
            double weight = 1 / own.variance();
            double drawn = (weight * own.value() + usual.value() / usual.variance()) / (weight + 1 / usual.variance());
            responses[which] = Math.max(0, Math.min(LARGEST, drawn));
        }
        return responses;
    }

    private static Slope slope(CommonMode mode, int which, int[] segment, Movement movement) {
        double[] logarithms = mode.logarithms(which);
        double[] own = new double[logarithms.length];
        double[] shared = new double[logarithms.length];
        int changes = 0;
        int last = -1;
        for (int run = 0; run < logarithms.length; run++) {
            if (!Double.isNaN(logarithms[run])) {
                if (last >= 0 && segment[last] == segment[run]) {
                    own[changes] = logarithms[run] - logarithms[last];
                    shared[changes++] = movement.at(which, run) - movement.at(which, last);
                }
                last = run;
            }
        }
        if (changes < FEWEST_CHANGES) {
            return new Slope(1, Double.POSITIVE_INFINITY);
        }
        return huber(Arrays.copyOf(own, changes), Arrays.copyOf(shared, changes));
    }

    private static Slope huber(double[] own, double[] shared) {
        double slope = 1;
        double scale = 0;
        double squares = 0;
        double[] distances = new double[own.length];
        for (int step = 0; step < STEPS; step++) {
            if (step < SCALE_STEPS) {
                for (int i = 0; i < own.length; i++) {
                    distances[i] = Math.abs(own[i] - slope * shared[i]);
                }
                scale = Math.max(SMALLEST_SCALE, Median.NORMAL_CONSISTENCY * Median.select(distances));
            }
            double products = 0;
            squares = 0;
            for (int i = 0; i < own.length; i++) {
                double distance = Math.abs(own[i] - slope * shared[i]);
                double weight = distance <= HUBER * scale ? 1 : HUBER * scale / distance;
                products += weight * own[i] * shared[i];
                squares += weight * shared[i] * shared[i];
            }
            if (!(squares > 0)) {
                return new Slope(1, Double.POSITIVE_INFINITY);
            }
            double next = products / squares;
            boolean settled = Math.abs(next - slope) < 1e-3;
            slope = next;
            if (settled) {
                break;
            }
        }
        return new Slope(slope, scale * scale / squares);
    }

    /** The mean and the variance of the slopes of the contributing series. */
    private static Slope usual(CommonMode mode, Slope[] slopes) {
        double variance = SMALLEST_VARIANCE;
        double mean = 1;
        for (int round = 0; round < 2; round++) {
            double weights = 0;
            double squaredWeights = 0;
            double sum = 0;
            int known = 0;
            for (int which = 0; which < slopes.length; which++) {
                if (mode.teaches(which) && slopes[which].variance() < Double.POSITIVE_INFINITY) {
                    double weight = 1 / (slopes[which].variance() + variance);
                    weights += weight;
                    squaredWeights += weight * weight;
                    sum += weight * slopes[which].value();
                    known++;
                }
            }
            if (known < CommonMode.FEWEST_SERIES) {
                return new Slope(1, SMALLEST_VARIANCE);
            }
            mean = sum / weights;
            double excess = 0;
            for (int which = 0; which < slopes.length; which++) {
                if (mode.teaches(which) && slopes[which].variance() < Double.POSITIVE_INFINITY) {
                    double total = slopes[which].variance() + variance;
                    double distance = slopes[which].value() - mean;
                    excess += (distance * distance - total) / total;
                }
            }
            variance = Math.max(SMALLEST_VARIANCE, variance + (excess + 1) / (weights - squaredWeights / weights));
        }
        return new Slope(Math.max(0, Math.min(1, mean)), variance);
    }
}
