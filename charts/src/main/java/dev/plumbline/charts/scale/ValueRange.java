package dev.plumbline.charts.scale;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The stretch of values a chart shows. It is made for the levels of a series: a single outlier doesn't flatten the
 * rest, but is drawn at the edge instead; a value that belongs to a level or to a change point is never left out.
 *
 * @param low the value at the lower edge
 * @param high the value at the upper edge; above {@code low}
 */
public record ValueRange(double low, double high) {

    /** How many neighbours on each side say what a run's value should roughly be. */
    private static final int NEIGHBOURS = 4;

    /** How many robust standard deviations from its neighbours make a value an outlier. */
    private static final double WILD = 8;

    /** Outliers are shown in place as long as they stretch the range by no more than this. */
    private static final double TOLERATED_STRETCH = 1.6;

    /** How far forks and intervals may stretch the range on each side, in spans of the run means. */
    private static final double WHISKERS = 0.6;

    /** The smallest span as a share of the level: noise far below it should look as calm as it is. */
    private static final double LEAST_SPAN = 0.02;

    /** Free space on each side, as a share of the span. */
    private static final double PADDING = 0.08;

    /** The axis begins at zero when the lowest value is below this share of the highest. */
    private static final double ZERO_SHARE = 0.35;

    /** Whether a value can be drawn: a number, and small enough for differences of two to be numbers. */
    public static boolean usable(double value) {
        return Math.abs(value) <= 1e300;
    }

    /** The value, or zero if it is so small that a share of it would not be a number with full precision. */
    public static double orZero(double value) {
        return Math.abs(value) < 1e-290 ? 0 : value;
    }

    /**
     * The range for run means.
     *
     * @param means in order; those not usable are gaps
     * @param kept values that must be inside, outliers or not
     * @param whiskers ends of intervals and forks, which should be inside
     */
    public static ValueRange of(double[] means, double[] kept, double[] whiskers) {
        double[] usable = drawn(means);
        double[] core = DoubleStream.concat(Arrays.stream(calm(usable)), Arrays.stream(drawn(kept)))
                .toArray();
        if (core.length == 0) {
            return new ValueRange(0, 1);
        }
        ValueRange inner = hull(core);
        double span = Math.max(inner.span(), LEAST_SPAN * inner.magnitude());
        ValueRange all = hull(
                DoubleStream.concat(Arrays.stream(core), Arrays.stream(usable)).toArray());
        ValueRange shown = all.span() <= TOLERATED_STRETCH * span ? all : inner;
        double low = shown.low;
        double high = shown.high;
        for (double whisker : whiskers) {
            if (usable(whisker)) {
                low = Math.min(low, Math.max(whisker, shown.low - WHISKERS * span));
                high = Math.max(high, Math.min(whisker, shown.high + WHISKERS * span));
            }
        }
        return new ValueRange(low, high).roomy();
    }

    /** Where a value lies: 0 at the lower edge, 1 at the upper edge, beyond them when it is outside. */
    public double position(double value) {
        return (value - low) / (high - low);
    }

    /** Whether a value is inside. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    private static double[] drawn(double[] values) {
        return Arrays.stream(values)
                .filter(ValueRange::usable)
                .map(ValueRange::orZero)
                .toArray();
    }

    private double span() {
        return high - low;
    }

    private double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    private static ValueRange hull(double[] values) {
        return new ValueRange(
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0));
    }

    /** This range with its least span, with free space on both sides, and from zero if that is close. */
    private ValueRange roomy() {
        if (low == 0 && high == 0) {
            return new ValueRange(0, 1);
        }
        double missing = Math.max(0, LEAST_SPAN * magnitude() - span()) / 2;
        double space = (span() + 2 * missing) * PADDING + missing;
        double lower = low - space;
        double upper = high + space;
        if (low >= 0 && low < ZERO_SHARE * high) {
            lower = 0;
        }
        if (high <= 0 && high > ZERO_SHARE * low) {
            upper = 0;
        }
        return new ValueRange(lower, upper);
    }

    /** The values that are near the median of their neighbours. */
    private static double[] calm(double[] values) {
        if (values.length <= NEIGHBOURS) {
            return values;
        }
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - NEIGHBOURS);
            int to = Math.min(values.length, i + NEIGHBOURS + 1);
            residuals[i] = Math.abs(values[i] - median(Arrays.copyOfRange(values, from, to)));
        }
        // 1.4826 times the median absolute deviation estimates the standard deviation of normal values.
        double scale = Math.max(1.4826 * median(residuals.clone()), 0.01 * Math.abs(median(values.clone())));
        int count = 0;
        double[] calm = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (residuals[i] <= WILD * scale) {
                calm[count++] = values[i];
            }
        }
        return Arrays.copyOf(calm, count);
    }

    /** The median of values, which are sorted by this. */
    public static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }
}
