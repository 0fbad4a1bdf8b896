package dev.plumbline.charts;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A layer as JFreeChart knows it: it is drawn where the plot has its data area, and is free to label its margin. */
final class LayerAnnotation extends AbstractXYAnnotation {

    private final transient Layer layer;
    private final transient Canvas canvas;
    private final transient Palette palette;
    private final int points;

    LayerAnnotation(Layer layer, Canvas canvas, Palette palette, int points) {
        this.layer = layer;
        this.canvas = canvas;
        this.palette = palette;
        this.points = points;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D dataArea,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        Shape clip = graphics.getClip();
        graphics.setClip(null);
        ValueRange range = new ValueRange(rangeAxis.getLowerBound(), rangeAxis.getUpperBound());
        layer.draw(canvas, new Plane(dataArea, range, points), palette);
        graphics.setClip(clip);
    }
}
