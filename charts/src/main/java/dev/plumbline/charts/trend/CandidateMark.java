package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;

/**
 * The candidate: a diamond in the colour of what was found, with its interval and its forks; and its baseline, as a band from the
 * baseline's first run to the candidate, with a dashed line at the level.
 */
final class CandidateMark {

    private static final double DIAMOND = 7;

    /** Pixels between the diamond and its forks, so that the interval doesn't hide them. */
    private static final double ASIDE = 11;

    private static final double LABEL_ASIDE = 10;

    private final Candidate candidate;
    private final PlotFrame frame;
    private final PictureTheme theme;

    private CandidateMark(Candidate candidate, PlotFrame frame, PictureTheme theme) {
        this.candidate = candidate;
        this.frame = frame;
        this.theme = theme;
    }

    /** Draws the baseline, below all other marks. */
    static void addBaseline(XYPlot plot, TrendChart chart, PlotFrame frame, PictureTheme theme) {
        chart.candidate().ifPresent(candidate -> new CandidateMark(candidate, frame, theme).baseline(plot));
    }

    /** Draws the run, over all other marks. */
    static void addRun(XYPlot plot, TrendChart chart, PlotFrame frame, PictureTheme theme) {
        chart.candidate().ifPresent(candidate -> new CandidateMark(candidate, frame, theme).run(plot));
    }

    private void baseline(XYPlot plot) {
        double start = candidate.hasBaseline()
                ? frame.places().before(candidate.from())
                : frame.places().before(frame.places().of().length);
        double end = frame.places().slots() - 0.5;
        XYLineAndShapeRenderer level =
                Marks.path(new Ink("baseline", theme.palette().text(), 0.75), Strokes.dashed(1.25, 4));
        if (ValueRange.usable(candidate.low()) && ValueRange.usable(candidate.high())) {
            Ink ground = new Ink("baseline-band", theme.palette().neutral(), 0.2);
            level.addAnnotation(
                    new XYBoxAnnotation(
                            start, frame.y(candidate.low()), end, frame.y(candidate.high()), null, null, ground),
                    Layer.BACKGROUND);
        }
        Points line = new Points();
        if (ValueRange.usable(candidate.level())) {
            double y = frame.y(candidate.level());
            line.line(frame.places().before(frame.places().of().length), y, end, y);
        }
        Marks.add(plot, line.dataset(), level);
    }

    private void run(XYPlot plot) {
        TrendChart.TrendPoint run = candidate.run();
        if (!ValueRange.usable(run.value())) {
            return;
        }
        double x = frame.places().candidate();
        double y = frame.y(run.value());
        String colour = candidate.found().colour(theme.palette());
        Points interval = new Points();
        if (ValueRange.usable(run.low()) && ValueRange.usable(run.high())) {
            interval.line(x, frame.y(run.low()), x, frame.y(run.high()));
        }
        Marks.add(plot, interval.dataset(), Marks.path(new Ink("candidate-interval", colour, 0.45), Strokes.solid(4)));
        Points forks = new Points();
        for (double fork : run.forks()) {
            if (ValueRange.usable(fork)) {
                forks.dot(x + ASIDE / frame.step(), frame.y(fork));
            }
        }
        Marks.add(plot, forks.dataset(), Marks.path(new Ink("candidate-forks", colour, 0.7), Strokes.round(4.5)));
        Points mark = new Points();
        mark.add(x, y);
        XYLineAndShapeRenderer diamond = Marks.filled(Shapes.diamond(DIAMOND), new Ink("candidate", colour));
        label(diamond, x, y, colour);
        Marks.add(plot, mark.dataset(), diamond);
    }

    /** Above the diamond, or below where there is no room above. */
    private void label(XYLineAndShapeRenderer renderer, double x, double y, String colour) {
        if (OneLine.of(candidate.label()).isEmpty()) {
            return;
        }
        double pixel = (frame.high() - frame.low()) / Math.max(1, frame.height());
        double top = Math.max(frame.y(candidate.run().value()), highest());
        boolean above = top + 3 * LABEL_ASIDE * pixel < frame.high();
        double at = above ? top + LABEL_ASIDE * pixel : Math.min(y, lowest()) - LABEL_ASIDE * pixel;
        XYTextAnnotation label = new XYTextAnnotation(OneLine.of(candidate.label()), x, at);
        label.setFont(theme.labelFont());
        label.setPaint(new Ink("candidate-label", colour));
        label.setTextAnchor(above ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER);
        renderer.addAnnotation(label);
    }

    private double highest() {
        double high = candidate.run().high();
        return ValueRange.usable(high) ? frame.y(high) : frame.low();
    }

    private double lowest() {
        double low = candidate.run().low();
        return ValueRange.usable(low) ? frame.y(low) : frame.high();
    }
}
