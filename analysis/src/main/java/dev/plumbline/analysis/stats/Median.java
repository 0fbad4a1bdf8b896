package dev.plumbline.analysis.stats;

/** The median and the deviation from it. Half of the numbers may be arbitrarily wrong before it is. */
public final class Median {

    /** Turns a median absolute deviation into a standard deviation when the numbers are normal: 1 / Φ⁻¹(3/4). */
    public static final double NORMAL_CONSISTENCY = 1.4826022185056018;

    private Median() {}

    /** The median of these numbers, which are not changed; NaN when there are none. */
    public static double of(double[] values) {
        return select(values.clone());
    }

    /** The median of the first {@code length} of ascending numbers; NaN when {@code length} is 0. */
    public static double ofSorted(double[] sorted, int length) {
        if (length == 0) {
            return Double.NaN;
        }
        int middle = length / 2;
        return length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    /**
     * The median of these numbers by selection (Hoare 1961), which takes a time proportional to how many they are and leaves
     * them in another order; NaN when there are none.
     */
    public static double select(double[] values) {
        int length = values.length;
        if (length == 0) {
            return Double.NaN;
        }
        double upper = select(values, length / 2);
        if (length % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < length / 2; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower + (upper - lower) / 2;
    }

    /** The number that sorting would put at {@code rank}; smaller ones end up before it. The numbers are reordered. */
    static double select(double[] values, int rank) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** The median distance from {@code centre}, scaled so that normal numbers give their standard deviation. */
    public static double scaleAround(double centre, double[] values) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - centre);
        }
        return NORMAL_CONSISTENCY * select(distances);
    }
}
