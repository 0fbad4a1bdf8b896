package dev.plumbline.analysis.stats;

import java.util.Arrays;
import java.util.List;

/**
 * A shift of level that several sequences of one length make at the same place, as the forks of a benchmark do while
 * they warm up: each sequence has a level of its own, and all of them the same step after the {@code before} first values.
 *
 * <p>For each place the step is fitted by least squares, and the largest F statistic is taken; its p-value is that of one
 * F test times the number of places (Bonferroni), which is valid whatever the dependence between the places is. One outlier
 * in one of three sequences isn't enough: the squares that a common step explains are at most a third of its own.
 *
 * @param before how many values there are before the shift
 * @param step the mean after it minus the mean before it
 * @param sharing how many of the sequences step by at least half as much in the same direction
 * @param pValue two-sided, corrected for the choice of the place; 1 if there is nothing to test
 */
public record CommonShift(int before, double step, int sharing, double pValue) {

    private static final CommonShift NONE = new CommonShift(0, 0, 0, 1);

    /** A level needs two values after the shift, otherwise the last one alone could be it. */
    private static final int LEAST_AFTER = 2;

    /**
     * The most striking common shift.
     *
     * @param sequences finite values in their order, all of one length; a single sequence needs two values before the
     *     shift as well, since nothing else distinguishes a step from a stray value
     */
    public static CommonShift find(List<double[]> sequences) {
        int length = sequences.isEmpty() ? 0 : sequences.get(0).length;
        int leastBefore = sequences.size() == 1 ? 2 : 1;
        int count = sequences.size();
        int places = length - LEAST_AFTER - leastBefore + 1;
        int degreesOfFreedom = count * (length - 1) - 1;
        if (places < 1 || degreesOfFreedom < 1) {
            return NONE;
        }
        double squares = 0;
        double[] sums = new double[length];
        for (double[] sequence : sequences) {
            double[] residuals = Sample.residuals(sequence);
            for (int i = 0; i < length; i++) {
                squares += residuals[i] * residuals[i];
                sums[i] += residuals[i] / count;
            }
        }
        return mostStriking(sequences, sums, squares, leastBefore, places);
    }

    private static CommonShift mostStriking(
            List<double[]> sequences, double[] residuals, double squares, int leastBefore, int places) {
        int length = residuals.length;
        int count = sequences.size();
        int degreesOfFreedom = count * (length - 1) - 1;
        double sum = 0;
        double largest = 0;
        int place = 0;
        double step = 0;
        for (int before = 1; before < leastBefore + places; before++) {
            sum += residuals[before - 1];
            if (before < leastBefore) {
                continue;
            }
            double difference = -sum / (length - before) - sum / before;
            double explained = (double) count * before * (length - before) / length * difference * difference;
            if (explained > largest) {
                largest = explained;
                place = before;
                step = difference;
            }
        }
        if (largest == 0) {
            return NONE;
        }
        double unexplained = Math.max(0, squares - largest);
        double statistic = unexplained == 0 ? Double.POSITIVE_INFINITY : largest / (unexplained / degreesOfFreedom);
        double tail = StudentT.twoSided(Math.sqrt(statistic), degreesOfFreedom);
        return new CommonShift(place, step, sharing(sequences, place, step), Math.min(1, tail * places));
    }

    private static int sharing(List<double[]> sequences, int before, double step) {
        int sharing = 0;
        for (double[] sequence : sequences) {
            double own = Sample.of(Arrays.copyOfRange(sequence, before, sequence.length))
                            .mean()
                    - Sample.of(Arrays.copyOf(sequence, before)).mean();
            sharing += own * Math.signum(step) >= Math.abs(step) / 2 ? 1 : 0;
        }
        return sharing;
    }
}
