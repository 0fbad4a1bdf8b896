package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.Objects;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/**
 * A run of the series itself that the chart is about: it has a diamond in the colour of what was found, where it is, and a line from top to
 * bottom, so that it is found among hundreds.
 *
 * @param index the run
 * @param found what its comparison found
 */
public record MarkedRun(int index, Candidate.Found found) {

    private static final double DIAMOND = 6.5;

    /** Refuses absent parts. */
    public MarkedRun {
        Objects.requireNonNull(found, "found");
    }

    /** The same in a part of the chart; empty if it isn't in it. */
    Optional<MarkedRun> part(int first, int last) {
        return index < first || index > last ? Optional.empty() : Optional.of(new MarkedRun(index - first, found));
    }

    /** Draws it over all other marks. */
    static void add(XYPlot plot, TrendChart chart, Frame frame, PictureTheme theme) {
        chart.marked().ifPresent(run -> run.draw(plot, chart, frame, theme));
    }

    private void draw(XYPlot plot, TrendChart chart, Frame frame, PictureTheme theme) {
        double x = frame.places().at(index);
        double value = chart.points().get(index).value();
        String colour = found.colour(theme.palette());
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
