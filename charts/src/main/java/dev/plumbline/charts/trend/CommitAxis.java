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
 * The commit axis. JFreeChart's axis of symbols counts from the oldest; here as many commits as have room are named, evenly spaced and
 * counted back from the newest, which is the one that people look for.
 */
final class CommitAxis extends NumberAxis {

    /** The height of the labels with the space above them. */
    static final double HEIGHT = 22;

    private static final double GAP = 22;
    private static final double WIDEST = 96;
    private static final int[] STRIDES = {1, 2, 5, 10};

    private final transient List<String> labels;
    private final transient Frame frame;

    CommitAxis(List<TrendChart.TrendPoint> points, Frame frame, PictureTheme theme) {
        this.labels = points.stream().map(point -> label(point, theme)).toList();
        this.frame = frame;
        setRange(-0.5, Math.max(1, points.size()) - 0.5);
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
        double widest = labels.stream()
                .mapToDouble(label -> Fonts.width(label, getTickLabelFont()))
                .max()
                .orElse(0);
        int stride = stride((widest + GAP) / frame.step());
        List<NumberTick> ticks = new ArrayList<>();
        for (int i = labels.size() - 1; i >= 0; i -= stride) {
            double half = Fonts.width(labels.get(i), getTickLabelFont()) / 2;
            if (half <= frame.left() + frame.x(i) && half <= frame.right() + frame.width() - frame.x(i)) {
                ticks.add(new NumberTick(i, labels.get(i), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
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
