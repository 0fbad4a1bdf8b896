package dev.plumbline.charts.picture;

import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** JFreeChart's renderers set up for one kind of mark. */
public final class Marks {

    private Marks() {}

    /** Draws each series as one path. */
    public static XYLineAndShapeRenderer path(Paint paint, Stroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultPaint(paint);
        renderer.setDefaultStroke(stroke);
        return renderer;
    }

    /**
     * Draws each series as one path that keeps, of all places in a column of pixels, only the first, the lowest and the highest (after Jugel
     * et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014), so that no extreme is lost.
     */
    public static SamplingXYLineRenderer sampled(Paint paint, Stroke stroke) {
        SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
        renderer.setDefaultPaint(paint);
        renderer.setDefaultStroke(stroke);
        return renderer;
    }

    /** Draws a filled shape at each place. */
    public static XYLineAndShapeRenderer filled(Shape shape, Paint paint) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDrawOutlines(false);
        renderer.setDefaultShape(shape);
        renderer.setDefaultPaint(paint);
        return renderer;
    }

    /** Draws the outline of a shape at each place. */
    public static XYLineAndShapeRenderer hollow(Shape shape, Paint paint, Stroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDefaultShape(shape);
        renderer.setDefaultShapesFilled(false);
        renderer.setDefaultPaint(paint);
        renderer.setAutoPopulateSeriesOutlineStroke(false);
        renderer.setDefaultOutlineStroke(stroke);
        return renderer;
    }

    /** Adds marks to a plot, over existing ones; does nothing without data. */
    public static void add(XYPlot plot, XYDataset data, XYItemRenderer renderer) {
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }
}
