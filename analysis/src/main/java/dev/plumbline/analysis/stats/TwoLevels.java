package dev.plumbline.analysis.stats;

import java.util.Arrays;

/**
 * Whether some numbers are at two levels instead of around one. They are cut where the squares left inside the two parts
 * are smallest (Fisher's optimal grouping, 1958), each part with at least two numbers and a fifth of all, so that strays aren't
 * a level. What is left, as a share of all squares, is compared with what normal numbers about one level give once in a
 * thousand; from 15 numbers on the bound of 15 stays, since numbers spread evenly leave a quarter.
 *
 * <p>Below {@value #FEWEST} numbers nothing is said: of mixtures whose levels lie 15 standard deviations apart only 38 % would be
 * found with six, and 88 % with eight.
 *
 * @param lower how many numbers lie at the lower level; 0 when two levels were not found
 * @param low the mean of these
 * @param high the mean of the others
 */
public record TwoLevels(int lower, double low, double high) {

    /** The fewest numbers in which two levels can be found. */
    public static final int FEWEST = 8;

    private static final double LEAST_SHARE = 0.2;

    /** The share of the squares that is left once in a thousand, by 1,000,000 simulated samples of 8, 9, … normal numbers. */
    private static final double[] ONCE_IN_A_THOUSAND = {0.0295, 0.0404, 0.0518, 0.0622, 0.0722, 0.0818, 0.0890, 0.0965};

    private static final TwoLevels NONE = new TwoLevels(0, Double.NaN, Double.NaN);

    /** The two levels of finite numbers, which are not changed. */
    public static TwoLevels find(double[] values) {
        int count = values.length;
        if (count < FEWEST) {
            return NONE;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Sample all = Sample.of(sorted);
        int least = Math.max(2, (int) Math.ceil(LEAST_SHARE * count));
        // Around the mean of all, what is below a cut sums up to minus what is above it.
        double below = 0;
        double explained = 0;
        TwoLevels best = NONE;
        for (int lower = 1; lower <= count - least; lower++) {
            below += sorted[lower - 1] - all.mean();
            double between = below * below / lower + below * below / (count - lower);
            if (lower >= least && between > explained) {
                explained = between;
                best = new TwoLevels(lower, all.mean() + below / lower, all.mean() - below / (count - lower));
            }
        }
        double bound = ONCE_IN_A_THOUSAND[Math.min(count - FEWEST, ONCE_IN_A_THOUSAND.length - 1)];
        return all.sumOfSquares() - explained < bound * all.sumOfSquares() ? best : NONE;
    }

    /** Whether there are two. */
    public boolean found() {
        return lower > 0;
    }
}
