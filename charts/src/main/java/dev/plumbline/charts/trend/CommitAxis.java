package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fit;
import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.PictureTheme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * The axis of commits, or of time. JFreeChart's axis of symbols counts from the oldest; here as many commits as have room are named, evenly spaced and
 * counted back from the newest, which is the one that people look for.
 */
final class CommitAxis extends NumberAxis {

    /** The height of the labels with the space above them. */
    static final double HEIGHT = 22;

    private static final double GAP = 22;
    private static final double WIDEST = 96;
    private static final int[] STRIDES = {1, 2, 5, 10};

    private final transient TrendChart chart;
    private final transient List<String> labels;
    private final transient String candidate;
    private final transient PlotFrame frame;

    CommitAxis(TrendChart chart, PlotFrame frame, PictureTheme theme) {
        this.chart = chart;
        this.labels = chart.points().stream().map(point -> label(point, theme)).toList();
        this.candidate = chart.candidate().map(run -> label(run.run(), theme)).orElse("");
        this.frame = frame;
        setRange(-0.5, frame.places().slots() - 0.5);
        setFixedDimension(HEIGHT);
        setTickLabelInsets(new RectangleInsets(4, 0, 0, 0));
        setTickLabelPaint(new Ink("commit", theme.palette().muted()));
    }

    /** A run's commit as the axis has it. */
    static String label(TrendChart.TrendPoint point, PictureTheme theme) {
        return Fit.start(OneLine.of(point.label()), theme.tickFont(), WIDEST);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        double end = frame.right() + frame.width();
        if (!candidate.isEmpty()) {
            double x = frame.x(frame.places().candidate());
            ticks.add(tick(frame.places().candidate(), candidate));
            end = x - Fonts.width(candidate, getTickLabelFont()) / 2 - GAP / 2;
        }
        switch (chart.axis()) {
            case COMMITS -> commits(ticks, end);
            case TIME -> times(ticks, end);
        }
        return ticks;
    }

    private void commits(List<NumberTick> ticks, double end) {
        double widest = labels.stream()
                .mapToDouble(label -> Fonts.width(label, getTickLabelFont()))
                .max()
                .orElse(0);
        int stride = stride((widest + GAP) / frame.step());
        for (int i = labels.size() - 1; i >= 0; i -= stride) {
            add(ticks, frame.places().at(i), labels.get(i), end);
        }
    }

    private void times(List<NumberTick> ticks, double end) {
        double[] times = RunSlots.times(chart.points());
        int count = times.length;
        if (count < 2 || !(times[count - 1] > times[0])) {
            commits(ticks, end);
            return;
        }
        double span = times[count - 1] - times[0];
        int most = (int) Math.max(2, frame.width() / WIDEST);
        for (TimeTicks.Tick tick : TimeTicks.between(times[0], times[count - 1], most)) {
            add(ticks, (tick.time() - times[0]) / span * (count - 1), tick.label(), end);
        }
    }

    /** Adds a label that fits between the left edge of the picture and {@code end}, in pixels of the data area. */
    private void add(List<NumberTick> ticks, double place, String label, double end) {
        double half = Fonts.width(label, getTickLabelFont()) / 2;
        if (half <= frame.left() + frame.x(place) && frame.x(place) + half <= end) {
            ticks.add(tick(place, label));
        }
    }

    private static NumberTick tick(double place, String label) {
        return new NumberTick(place, label, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0);
    }

    /** The least 1, 2 or 5 times a power of ten that is not below a number of indices. */
    private static int stride(double least) {
        for (int power = 1; power <= 1_000_000; power *= 10) {
            for (int step : STRIDES) {
                if (step * power >= least) {
                    return step * power;
                }
            }
        }
        return Integer.MAX_VALUE / 2;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
