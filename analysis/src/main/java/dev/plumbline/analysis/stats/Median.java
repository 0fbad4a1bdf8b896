package dev.plumbline.analysis.stats;

import java.util.Arrays;

/** The median and what is measured from it. Half of the numbers may be arbitrarily wrong before it is. */
public final class Median {

    /** Turns a median absolute deviation into a standard deviation when the numbers are normal: 1 / Φ⁻¹(3/4). */
    public static final double NORMAL_CONSISTENCY = 1.4826022185056018;

    private Median() {}

    /** The median of these numbers, which stay as they are; NaN when there are none. */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, sorted.length);
    }

    /** The median of the first {@code length} of ascending numbers; NaN when {@code length} is 0. */
    public static double ofSorted(double[] sorted, int length) {
        if (length == 0) {
            return Double.NaN;
        }
        int middle = length / 2;
        return length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    /** The median distance from {@code centre}, scaled so that normal numbers give their standard deviation. */
    public static double scaleAround(double centre, double[] values) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - centre);
        }
        Arrays.sort(distances);
        return NORMAL_CONSISTENCY * ofSorted(distances, distances.length);
    }
}
