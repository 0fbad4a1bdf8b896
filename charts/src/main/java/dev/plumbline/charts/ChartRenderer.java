package dev.plumbline.charts;

import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestPicture;
import dev.plumbline.charts.forest.ForestStyle;
import dev.plumbline.charts.picture.FontSource;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklinePicture;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.charts.trend.TrendPicture;

/**
 * Draws trend charts, sparklines and forest plots. The same input gives the same bytes; one renderer serves any number of threads.
 *
 * <p>An SVG has real text, a title and a description, no script, no style sheet and no identifiers, so that several
 * can be part of one page. A PNG has two pixels for each CSS pixel. Both are laid out with the font that comes with this module, and need
 * no other; if Java can't read it, drawing fails with the code {@code fonts-missing}.
 */
public final class ChartRenderer {

    private final FontSource fonts = new FontSource();

    /**
     * A renderer. Sets the system property {@code java.awt.headless} unless it is set: a picture needs no screen, and
     * without it Java would look for one if {@code DISPLAY} is set.
     */
    public ChartRenderer() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** The trend chart as an SVG document. */
    public String svg(TrendChart chart, ChartStyle style) {
        return TrendPicture.of(chart, style, fonts.get()).svg();
    }

    /** The trend chart as a PNG file. */
    public byte[] png(TrendChart chart, ChartStyle style) {
        return TrendPicture.of(chart, style, fonts.get()).png();
    }

    /** The sparkline as an SVG document with a transparent background. */
    public String svg(Sparkline sparkline, SparklineStyle style) {
        return SparklinePicture.of(sparkline, style, fonts.get()).svg();
    }

    /** The sparkline as a PNG file with a transparent background. */
    public byte[] png(Sparkline sparkline, SparklineStyle style) {
        return SparklinePicture.of(sparkline, style, fonts.get()).png();
    }

    /** The forest plot as an SVG document. */
    public String svg(ForestChart chart, ForestStyle style) {
        return ForestPicture.of(chart, style, fonts.get()).svg();
    }

    /** The forest plot as a PNG file. */
    public byte[] png(ForestChart chart, ForestStyle style) {
        return ForestPicture.of(chart, style, fonts.get()).png();
    }
}
