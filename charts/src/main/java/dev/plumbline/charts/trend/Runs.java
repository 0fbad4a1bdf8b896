package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.plot.XYPlot;

/**
 * The run means: a line broken at gaps and, where there is room, a dot for each. Runs that begin a segment, runs
 * between gaps and the newest one have their dot always.
 */
final class Runs {

    /** Pixels between neighbours from which each has a dot. */
    private static final double DOT_ROOM = 4.5;

    private Runs() {}

    static void add(XYPlot plot, TrendChart chart, PlotFrame frame, Palette palette) {
        List<TrendChart.TrendPoint> points = chart.points();
        Set<Integer> always = new HashSet<>();
        chart.changes().forEach(change -> always.add(change.index()));
        always.add(points.size() - 1);
        boolean roomy = frame.step() >= DOT_ROOM;
        Points line = new Points();
        Points dots = new Points();
        for (Column column : Column.of(frame)) {
            int[] seen = column.extremes(points);
            for (int i : seen) {
                line.add(frame.places().at(i), frame.y(points.get(i).value()));
            }
            if (seen.length == 0) {
                line.gap();
            }
        }
        for (int i = 0; i < points.size(); i++) {
            double value = points.get(i).value();
            if (frame.range().contains(value) && (roomy || always.contains(i) || isAlone(points, i))) {
                dots.dot(frame.places().at(i), frame.y(value));
            }
        }
        Marks.add(
                plot,
                line.dataset(),
                Marks.path(new Ink("line", palette.series(), roomy ? 0.6 : 1), Strokes.solid(roomy ? 1.25 : 1)));
        double size = 2 * Math.min(3.2, Math.max(2, frame.step() / 4));
        Marks.add(plot, dots.dataset(), Marks.path(new Ink("run", palette.series()), Strokes.round(size)));
    }

    private static boolean isAlone(List<TrendChart.TrendPoint> points, int index) {
        return (index == 0 || !ValueRange.usable(points.get(index - 1).value()))
                && (index == points.size() - 1
                        || !ValueRange.usable(points.get(index + 1).value()));
    }
}
