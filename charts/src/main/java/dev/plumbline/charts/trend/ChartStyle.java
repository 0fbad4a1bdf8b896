package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.Objects;

/**
 * How a trend chart looks and how large it is.
 *
 * @param theme its colours
 * @param width in CSS pixels, 200 to 4000; a PNG has twice as many
 * @param height in CSS pixels, 160 to 1200; a PNG has twice as many
 */
public record ChartStyle(Theme theme, int width, int height) {

    /** The least width of a trend chart, in CSS pixels. */
    public static final int LEAST_WIDTH = 200;

    /** The greatest width of a trend chart, in CSS pixels. */
    public static final int GREATEST_WIDTH = 4000;

    /** The least height of a trend chart, in CSS pixels. */
    public static final int LEAST_HEIGHT = 160;

    /** The greatest height of a trend chart, in CSS pixels. */
    public static final int GREATEST_HEIGHT = 1200;

    /** Checks the ranges; throws {@link ChartException} with code {@code chart-size-out-of-range}. */
    public ChartStyle {
        Objects.requireNonNull(theme, "theme");
        ChartException.requireSize("width", width, LEAST_WIDTH, GREATEST_WIDTH);
        ChartException.requireSize("height", height, LEAST_HEIGHT, GREATEST_HEIGHT);
    }

    /** A chart of 960 by 400 pixels. */
    public static ChartStyle of(Theme theme) {
        return new ChartStyle(theme, 960, 400);
    }
}
