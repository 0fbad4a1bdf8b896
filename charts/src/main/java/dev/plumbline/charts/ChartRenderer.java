package dev.plumbline.charts;

/**
 * Draws trend charts, sparklines and forest plots. The same input gives the same bytes; there is no state between calls, so one
 * renderer serves any number of threads.
 *
 * <p>An SVG has real text, a title and a description, no script, no style sheet and no identifiers, so that several
 * can stand in one page. It needs no font on this machine. A PNG has two pixels for each CSS pixel and needs
 * fontconfig and one font; without them it is refused with code {@code fonts-missing}.
 */
public final class ChartRenderer {

    /** Pixels of a PNG for each CSS pixel. */
    static final int DENSITY = 2;

    /**
     * A renderer. Sets the system property {@code java.awt.headless} unless it is set: a picture needs no screen, and
     * without it Java would look for one wherever {@code DISPLAY} is set.
     */
    public ChartRenderer() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** The trend chart as an SVG document. */
    public String svg(TrendChart chart, ChartStyle style) {
        SvgCanvas canvas = new SvgCanvas();
        TrendPicture picture = new TrendPicture(chart, style);
        picture.draw(canvas);
        return canvas.document(style.width(), style.height(), picture.title(), picture.description());
    }

    /** The trend chart as a PNG file. Throws {@link ChartException} when this machine has no fonts. */
    public byte[] png(TrendChart chart, ChartStyle style) {
        RasterCanvas canvas = new RasterCanvas(style.width(), style.height(), DENSITY);
        new TrendPicture(chart, style).draw(canvas);
        return canvas.png();
    }

    /** The sparkline as an SVG document with a transparent background. */
    public String svg(Sparkline sparkline, SparklineStyle style) {
        SvgCanvas canvas = new SvgCanvas();
        SparklinePicture picture = new SparklinePicture(sparkline, style);
        picture.draw(canvas);
        return canvas.document(style.width(), style.height(), picture.title(), picture.description());
    }

    /** The sparkline as a PNG file with a transparent background. */
    public byte[] png(Sparkline sparkline, SparklineStyle style) {
        RasterCanvas canvas = new RasterCanvas(style.width(), style.height(), DENSITY);
        new SparklinePicture(sparkline, style).draw(canvas);
        return canvas.png();
    }

    /** The forest plot as an SVG document. */
    public String svg(ForestChart chart, ForestStyle style) {
        SvgCanvas canvas = new SvgCanvas();
        ForestPicture picture = new ForestPicture(chart, style);
        picture.draw(canvas);
        return canvas.document(style.width(), picture.height(), picture.title(), picture.description());
    }

    /** The forest plot as a PNG file. Throws {@link ChartException} when this machine has no fonts. */
    public byte[] png(ForestChart chart, ForestStyle style) {
        ForestPicture picture = new ForestPicture(chart, style);
        RasterCanvas canvas = new RasterCanvas(style.width(), picture.height(), DENSITY);
        picture.draw(canvas);
        return canvas.png();
    }
}
