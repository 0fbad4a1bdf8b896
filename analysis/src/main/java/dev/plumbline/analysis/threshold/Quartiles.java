package dev.plumbline.analysis.threshold;

import java.util.Arrays;

/** Quartiles by linear interpolation between the order statistics at p·(n − 1), as R's type 7 and NumPy have them. */
record Quartiles(double first, double median, double third) {

    private static final Quartiles UNKNOWN = new Quartiles(Double.NaN, Double.NaN, Double.NaN);

    /** NaN if there is no value or a quartile is not finite. */
    static Quartiles of(double[] values) {
        if (values.length == 0) {
            return UNKNOWN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Quartiles quartiles = new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
        return Double.isFinite(quartiles.first) && Double.isFinite(quartiles.median) && Double.isFinite(quartiles.third)
                ? quartiles
                : UNKNOWN;
    }

    double range() {
        return third - first;
    }

    private static double at(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
    }
}
