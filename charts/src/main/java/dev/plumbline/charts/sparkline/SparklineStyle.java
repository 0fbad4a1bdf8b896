package dev.plumbline.charts.sparkline;

import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.Objects;

/**
 * How a sparkline looks and how large it is.
 *
 * @param theme its colours
 * @param width in CSS pixels, 40 to 600; a PNG has twice as many
 * @param height in CSS pixels, 16 to 120; a PNG has twice as many
 */
public record SparklineStyle(Theme theme, int width, int height) {

    /** The least width of a sparkline, in CSS pixels. */
    public static final int LEAST_WIDTH = 40;

    /** The greatest width of a sparkline, in CSS pixels. */
    public static final int GREATEST_WIDTH = 600;

    /** The least height of a sparkline, in CSS pixels. */
    public static final int LEAST_HEIGHT = 16;

    /** The greatest height of a sparkline, in CSS pixels. */
    public static final int GREATEST_HEIGHT = 120;

    /** Checks the ranges; throws {@link ChartException} with code {@code chart-size-out-of-range}. */
    public SparklineStyle {
        Objects.requireNonNull(theme, "theme");
        ChartException.requireSize("width", width, LEAST_WIDTH, GREATEST_WIDTH);
        ChartException.requireSize("height", height, LEAST_HEIGHT, GREATEST_HEIGHT);
    }

    /** A sparkline of 120 by 28 pixels. */
    public static SparklineStyle of(Theme theme) {
        return new SparklineStyle(theme, 120, 28);
    }
}
