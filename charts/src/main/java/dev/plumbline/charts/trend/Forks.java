package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** The forks as small translucent dots; those outside the range are short strokes at its edge. */
final class Forks {

    /** The length of a stroke at the edge, as a share of the range. */
    private static final double STROKE = 0.014;

    private Forks() {}

    static void add(XYPlot plot, List<TrendChart.TrendPoint> points, Frame frame, Palette palette) {
        Points dots = new Points();
        Points beyond = new Points();
        double stroke = STROKE * (frame.high() - frame.low());
        for (int i = 0; i < points.size(); i++) {
            for (double fork : points.get(i).forks()) {
                if (frame.range().contains(fork)) {
                    dots.dot(frame.places().at(i), frame.y(fork));
                } else if (ValueRange.usable(fork)) {
                    double edge = frame.y(fork);
                    double x = frame.places().at(i);
                    beyond.line(x, edge, x, edge + (fork > frame.range().high() ? -stroke : stroke));
                }
            }
        }
        double size = Math.min(3.6, Math.max(2, frame.step() / 3));
        Marks.add(plot, dots.dataset(), Marks.path(new Ink("forks", palette.series(), 0.42), Strokes.round(size)));
        Marks.add(
                plot, beyond.dataset(), Marks.path(new Ink("forks-beyond", palette.series(), 0.5), Strokes.solid(1.5)));
    }
}
