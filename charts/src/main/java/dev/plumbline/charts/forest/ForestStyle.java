package dev.plumbline.charts.forest;

import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.Objects;

/**
 * How a forest plot looks and how wide it is; its height follows its rows.
 *
 * @param theme its colours
 * @param width in CSS pixels, 320 to 2000; a PNG has twice as many
 */
public record ForestStyle(Theme theme, int width) {

    /** The smallest width, in CSS pixels. */
    public static final int LEAST_WIDTH = 320;

    /** The largest width, in CSS pixels. */
    public static final int GREATEST_WIDTH = 2000;

    /** Checks the range; throws {@link ChartException} with code {@code chart-size-out-of-range}. */
    public ForestStyle {
        Objects.requireNonNull(theme, "theme");
        ChartException.requireSize("width", width, LEAST_WIDTH, GREATEST_WIDTH);
    }

    /** A plot of 720 pixels. */
    public static ForestStyle of(Theme theme) {
        return new ForestStyle(theme, 720);
    }
}
