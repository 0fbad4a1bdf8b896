package dev.plumbline.charts.forest;

import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** The rows of one direction: intervals, ratios, and arrows where an interval continues beyond the picture. */
final class Rows {

    private static final Shape SQUARE = new Rectangle2D.Double(-3.5, -3.5, 7, 7);

    private final DefaultIntervalXYDataset intervals = new DefaultIntervalXYDataset();
    private final Points ratios = new Points();
    private final Points below = new Points();
    private final Points above = new Points();
    private final String colour;

    Rows(List<ForestChart.Row> rows, Direction direction, ForestScale scale, Palette palette) {
        this.colour = direction.colour(palette);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).direction() == direction && rows.get(i).isDrawn()) {
                collect(rows.get(i), i, scale);
            }
        }
    }

    private void collect(ForestChart.Row row, int at, ForestScale scale) {
        double x = scale.x(row.ratio());
        ratios.add(x, at);
        if (row.low() > 0 && row.high() > row.low()) {
            double[] from = {scale.x(row.low())};
            double[] to = {scale.x(row.high())};
            double[] y = {at};
            intervals.addSeries(at, new double[][] {{x}, from, to, y, y, y});
            if (row.low() < scale.low()) {
                below.add(from[0], at);
            }
            if (row.high() > scale.high()) {
                above.add(to[0], at);
            }
        }
    }

    void addTo(XYPlot plot) {
        XYErrorRenderer bars = new XYErrorRenderer();
        bars.setDefaultShapesVisible(false);
        bars.setDrawYError(false);
        bars.setCapLength(0);
        bars.setErrorPaint(new Ink("interval", colour));
        bars.setErrorStroke(Strokes.solid(2));
        Marks.add(plot, intervals, bars);
        Marks.add(plot, below.dataset(), Marks.filled(arrow(-1), new Ink("beyond", colour)));
        Marks.add(plot, above.dataset(), Marks.filled(arrow(1), new Ink("beyond", colour)));
        Marks.add(plot, ratios.dataset(), Marks.filled(SQUARE, new Ink("ratio", colour)));
    }

    /** An arrow that begins at a place, and comes out from under its square. */
    private static Shape arrow(int direction) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(direction * 1.0, -4);
        arrow.lineTo(direction * 8.0, 0);
        arrow.lineTo(direction * 1.0, 4);
        arrow.closePath();
        return arrow;
    }
}
