package dev.plumbline.charts.forest;

import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Palette;
import java.util.List;
import java.util.Objects;

/**
 * A forest plot: ratios with their intervals, one below the other, on a logarithmic scale with no change in its middle.
 *
 * @param title what it shows
 * @param rows what is drawn, from the top; at most {@value #MOST_ROWS}
 * @param more how many are left out, which the picture says; 0 for none
 */
public record ForestChart(String title, List<Row> rows, int more) {

    /** The most rows of one picture. */
    public static final int MOST_ROWS = 40;

    /** Copies the rows; throws {@link ChartException} if there are too many. */
    public ForestChart {
        Objects.requireNonNull(title, "title");
        rows = List.copyOf(rows);
        ChartException.requireSize("rows", rows.size(), 0, MOST_ROWS);
    }

    /**
     * One ratio.
     *
     * @param label what it belongs to
     * @param ratio new divided by old; drawn only if it is finite and positive
     * @param low the lower end of its interval
     * @param high the upper end
     * @param change the change in words, set at the right
     * @param direction what it means
     */
    public record Row(String label, double ratio, double low, double high, String change, Direction direction) {

        boolean isDrawn() {
            return ratio > 0 && Double.isFinite(ratio);
        }
    }

    /** What a change means. */
    public enum Direction {
        WORSE,
        BETTER,
        NEITHER;

        String colour(Palette palette) {
            return switch (this) {
                case WORSE -> palette.worse();
                case BETTER -> palette.better();
                case NEITHER -> palette.neutral();
            };
        }
    }
}
