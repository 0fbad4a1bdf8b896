package dev.plumbline.analysis.stats;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * A shift of level inside one sequence, by ranks (Pettitt, <em>A non-parametric approach to the change-point problem</em>,
 * 1979): for each place the rank sum of the values before it is compared with what exchangeable values give, in standard
 * deviations (ties corrected), and the most striking place is taken. Its p-value is the normal tail times the number of
 * places (Bonferroni). Stray values count no more than their rank. It takes about twenty
 * values for a p-value of one in a hundred, and thirty for one in a thousand.
 *
 * @param before how many values there are before the shift
 * @param step the mean after it minus the mean before it
 * @param pValue two-sided, corrected for the choice of the place; 1 if there is nothing to test
 */
public record LoneShift(int before, double step, double pValue) {

    /** With fewer values no shift can be detected. */
    public static final int FEWEST = 20;

    /** The most striking shift of finite values in their order. */
    public static LoneShift find(double[] values) {
        int length = values.length;
        double[] ranks = ranks(values);
        double centre = (length + 1) / 2.0;
        double spread = 0;
        for (double rank : ranks) {
            spread += (rank - centre) * (rank - centre) / Math.max(1, length - 1);
        }
        double sum = 0;
        double largest = 0;
        int place = 0;
        for (int before = 1; before < length; before++) {
            sum += ranks[before - 1] - centre;
            double variance = spread * before * (length - before) / length;
            double deviations = variance > 0 ? Math.abs(sum) / Math.sqrt(variance) : 0;
            if (deviations > largest) {
                largest = deviations;
                place = before;
            }
        }
        if (place == 0) {
            return new LoneShift(0, 0, 1);
        }
        double step = Sample.of(Arrays.copyOfRange(values, place, length)).mean()
                - Sample.of(Arrays.copyOf(values, place)).mean();
        return new LoneShift(place, step, Math.min(1, Erf.erfc(largest / Math.sqrt(2)) * (length - 1)));
    }

    /** The ranks from 1, equal values sharing the mean of theirs. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (place(sorted, values[i], false) + 1 + place(sorted, values[i], true)) / 2.0;
        }
        return ranks;
    }

    /** How many of ascending numbers are smaller than a value, or smaller and equal. */
    private static int place(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] <= value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
