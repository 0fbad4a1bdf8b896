package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.Layer;

/** The levels of the segments as steps, each in its faint band; a riser at a change point has the change's colour. */
final class Levels {

    private final List<Points> steps = new ArrayList<>();
    private final Points worse = new Points();
    private final Points better = new Points();
    private final Map<Integer, TrendChart.ChangeMark> changes = new HashMap<>();
    private final PlotFrame frame;

    private Levels(PlotFrame frame) {
        this.frame = frame;
    }

    static void add(XYPlot plot, TrendChart chart, PlotFrame frame, Palette palette) {
        Levels levels = new Levels(frame);
        chart.changes().forEach(change -> levels.changes.putIfAbsent(change.index(), change));
        levels.collect(chart);
        XYStepRenderer step = new XYStepRenderer();
        step.setDefaultPaint(new Ink("level", palette.text(), 0.75));
        step.setDefaultStroke(Strokes.solid(1.5));
        Ink ground = new Ink("level-band", palette.neutral(), 0.14);
        chart.segments().stream()
                .filter(Levels::hasBand)
                .map(segment -> new XYBoxAnnotation(
                        frame.places().before(segment.from()),
                        frame.y(segment.low()),
                        frame.places().before(segment.to() + 1),
                        frame.y(segment.high()),
                        null,
                        null,
                        ground))
                .forEach(band -> step.addAnnotation(band, Layer.BACKGROUND));
        Marks.add(plot, Points.dataset(levels.steps.toArray(Points[]::new)), step);
        Marks.add(
                plot,
                levels.worse.dataset(),
                Marks.path(new Ink("level-riser", chart.colour(palette, true)), Strokes.solid(1.5)));
        Marks.add(
                plot,
                levels.better.dataset(),
                Marks.path(new Ink("level-riser", chart.colour(palette, false)), Strokes.solid(1.5)));
    }

    private void collect(TrendChart chart) {
        double end = Double.NaN;
        double level = Double.NaN;
        for (TrendChart.Segment segment : chart.segments()) {
            double start = frame.places().before(segment.from());
            double y = frame.y(segment.level());
            TrendChart.ChangeMark change = changes.get(segment.from());
            boolean joined = start == end && !Double.isNaN(level) && !Double.isNaN(y);
            if (joined && change != null) {
                (change.worse() ? worse : better).line(start, level, start, y);
            }
            if (!joined || change != null) {
                end(end, level);
                steps.add(new Points());
            }
            steps.get(steps.size() - 1).add(start, y);
            end = frame.places().before(segment.to() + 1);
            level = y;
        }
        end(end, level);
    }

    /** Ends the newest flight of steps. */
    private void end(double end, double level) {
        if (!steps.isEmpty()) {
            steps.get(steps.size() - 1).add(end, level);
        }
    }

    private static boolean hasBand(TrendChart.Segment segment) {
        return ValueRange.usable(segment.level())
                && ValueRange.usable(segment.low())
                && ValueRange.usable(segment.high())
                && segment.low() < segment.high();
    }
}
