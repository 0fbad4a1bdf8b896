package dev.plumbline.charts.sparkline;

import dev.plumbline.charts.picture.ChartException;
import java.util.List;
import java.util.Objects;

/**
 * A trend in the size of a word: the line of run means, the level before and after each change point, and a dot for
 * the last value.
 *
 * @param title what it shows, for screen readers and as tooltip
 * @param values run means, oldest first; a value that is not finite leaves a gap
 * @param shifts the change points, ascending
 * @param interval the lower and the upper end of each value's interval, drawn as a band; two empty arrays: none is known
 */
public record Sparkline(String title, double[] values, List<Shift> shifts, Interval interval) {

    /**
     * Copies the values and checks that every shift is at one of them and that each value has an interval or none; throws
     * {@link ChartException} otherwise.
     */
    public Sparkline {
        Objects.requireNonNull(title, "title");
        values = values.clone();
        if (interval.size() != 0 && interval.size() != values.length) {
            throw new ChartException(
                    "chart-index-out-of-range",
                    "%d values have %d intervals; give each one or none".formatted(values.length, interval.size()));
        }
        shifts = List.copyOf(shifts);
        int previous = -1;
        for (Shift shift : shifts) {
            ChartException.requireIndex("a change point", shift.index(), values.length);
            if (shift.index() <= previous) {
                throw new ChartException(
                        "chart-index-out-of-range",
                        "change points must ascend, %d follows %d".formatted(shift.index(), previous));
            }
            previous = shift.index();
        }
    }

    /** A trend whose intervals are not known. */
    public Sparkline(String title, double[] values, List<Shift> shifts) {
        this(title, values, shifts, new Interval(new double[0], new double[0]));
    }

    /**
     * The intervals of the values.
     *
     * @param low their lower ends; one that is not finite leaves a gap
     * @param high their upper ends, as many
     */
    public record Interval(double[] low, double[] high) {

        /** Copies the ends; throws {@link ChartException} if there are not as many lower as upper ones. */
        public Interval {
            low = low.clone();
            high = high.clone();
            if (low.length != high.length) {
                throw new ChartException(
                        "chart-index-out-of-range",
                        "%d lower ends don't go with %d upper ends".formatted(low.length, high.length));
            }
        }

        int size() {
            return low.length;
        }
    }

    /**
     * A change point.
     *
     * @param index the first value at the new level
     * @param worse whether the change is for the worse
     */
    public record Shift(int index, boolean worse) {}
}
