package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/**
 * The forks as small translucent dots; those outside the range are short strokes at its edge. Where several runs share a column, neighbours
 * whose dots would touch are one stroke.
 */
final class Forks {

    /** The length of a stroke at the edge, as a share of the range. */
    private static final double STROKE = 0.014;

    /** Pixels between neighbours that are drawn as one. */
    private static final double TOUCHING = 9;

    private final PlotFrame frame;
    private final Points dots = new Points();
    private final Points beyond = new Points();

    private Forks(PlotFrame frame) {
        this.frame = frame;
    }

    static void add(XYPlot plot, List<TrendChart.TrendPoint> points, PlotFrame frame, Palette palette) {
        Forks forks = new Forks(frame);
        for (Column column : Column.of(frame)) {
            forks.add(
                    column,
                    points.subList(column.from(), column.to()).stream()
                            .flatMapToDouble(point -> Arrays.stream(point.forks()))
                            .filter(ValueRange::usable)
                            .toArray());
        }
        double size = Math.min(3.6, Math.max(2, frame.step() / 3));
        Marks.add(
                plot, forks.dots.dataset(), Marks.path(new Ink("forks", palette.series(), 0.42), Strokes.round(size)));
        Marks.add(
                plot,
                forks.beyond.dataset(),
                Marks.path(new Ink("forks-beyond", palette.series(), 0.5), Strokes.solid(1.5)));
    }

    private void add(Column column, double[] values) {
        double x = (frame.places().at(column.from()) + frame.places().at(column.to() - 1)) / 2;
        double[] inside = Arrays.stream(values).filter(frame.range()::contains).toArray();
        if (column.isSingle()) {
            Arrays.stream(inside).forEach(value -> dots.dot(x, frame.y(value)));
        } else {
            strokes(x, Arrays.stream(inside).map(frame::y).sorted().toArray());
        }
        double stroke = STROKE * (frame.high() - frame.low());
        Arrays.stream(values)
                .filter(value -> !frame.range().contains(value))
                .map(value -> Math.copySign(stroke, frame.range().high() - value))
                .distinct()
                .forEach(length -> edge(x, length));
    }

    /** The strokes of one place, from the lowest value to the highest. */
    private void strokes(double x, double[] sorted) {
        double touching = TOUCHING * (frame.high() - frame.low()) / Math.max(1, frame.height());
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] - sorted[i - 1] > touching) {
                dots.line(x, sorted[start], x, sorted[i - 1]);
                start = i;
            }
        }
    }

    /** A stroke inwards from the edge that values lie beyond: from the upper edge if its length is negative. */
    private void edge(double x, double length) {
        double from = length < 0 ? frame.high() : frame.low();
        beyond.line(x, from, x, from + length);
    }
}
