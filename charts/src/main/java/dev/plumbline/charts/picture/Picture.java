package dev.plumbline.charts.picture;

import org.jfree.chart.JFreeChart;

/**
 * A chart ready to be drawn.
 *
 * @param chart the chart
 * @param theme how it looks
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param title its name, for those who can't see it
 * @param description what it shows, for those who can't see it
 */
public record Picture(JFreeChart chart, PictureTheme theme, int width, int height, String title, String description) {

    /** Applies the theme to the chart. */
    public Picture {
        theme.apply(chart);
    }

    /** The picture as an SVG document. */
    public String svg() {
        return new SvgFile(this).write();
    }

    /** The picture as a PNG file with two pixels for each CSS pixel. */
    public byte[] png() {
        return PngFile.of(this);
    }
}
