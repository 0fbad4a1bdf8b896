package dev.plumbline.analysis.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where values are on the vertical axis of a plot. A few values far from the rest are left out of the range, because otherwise
 * only they would be visible.
 *
 * @param low the value at the lower edge
 * @param high the value at the upper edge; more than {@code low}
 */
public record PlotScale(double low, double high) {

    /** Values further from the middle four fifths than this many times their span are left out. */
    private static final double REACH = 1.5;

    private static final double TAIL = 0.1;

    /** The scale of these values, which shows all of {@code levels}, whatever they are. */
    public static PlotScale of(double[] values, List<Double> levels) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        List<Double> seen = new ArrayList<>(levels);
        if (sorted.length > 0) {
            int tail = (int) (TAIL * (sorted.length - 1));
            double lower = sorted[tail];
            double upper = sorted[sorted.length - 1 - tail];
            double span = Math.max(upper - lower, Math.ulp(upper));
            for (double value : sorted) {
                if (value >= lower - REACH * span && value <= upper + REACH * span) {
                    seen.add(value);
                }
            }
        }
        double low = seen.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = seen.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double least = Math.max(Math.abs(high), Math.abs(low)) * 1e-3;
        double missing = Math.max(least == 0 ? 1 : least, Double.MIN_NORMAL) - (high - low);
        return missing > 0 ? new PlotScale(low - missing / 2, high + missing / 2) : new PlotScale(low, high);
    }

    /** Where a value is, 0 at the lower edge and 1 at the upper; beyond them, outside that range. */
    public double share(double value) {
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** The value at a place. */
    public double value(double share) {
        return low + share * (high / 2 - low / 2) * 2;
    }
}
