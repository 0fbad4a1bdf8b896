package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import org.jfree.chart.plot.XYPlot;

/** Draws the marked run over all other marks. */
final class RunMark {

    private static final double DIAMOND = 6.5;

    private RunMark() {}

    static void add(XYPlot plot, TrendChart chart, PlotFrame frame, PictureTheme theme) {
        chart.marked().ifPresent(run -> draw(run, plot, chart, frame, theme));
    }

    private static void draw(MarkedRun run, XYPlot plot, TrendChart chart, PlotFrame frame, PictureTheme theme) {
        double x = frame.places().at(run.index());
        double value = chart.points().get(run.index()).value();
        String colour = run.found().colour(theme.palette());
        Points guide = new Points();
        guide.line(x, frame.low(), x, frame.high());
        Marks.add(plot, guide.dataset(), Marks.path(new Ink("marked-guide", colour, 0.4), Strokes.dashed(1.25, 4)));
        if (ValueRange.usable(value)) {
            Points place = new Points();
            place.add(x, frame.y(value));
            Marks.add(plot, place.dataset(), Marks.filled(Shapes.diamond(DIAMOND), new Ink("marked", colour)));
        }
    }
}
