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
 */
public record Sparkline(String title, double[] values, List<Shift> shifts) {

    /** Copies the values and checks that every shift is at one of them; throws {@link ChartException} otherwise. */
    public Sparkline {
        Objects.requireNonNull(title, "title");
        values = values.clone();
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

    /**
     * A change point.
     *
     * @param index the first value at the new level
     * @param worse whether the change is for the worse
     */
    public record Shift(int index, boolean worse) {}
}
