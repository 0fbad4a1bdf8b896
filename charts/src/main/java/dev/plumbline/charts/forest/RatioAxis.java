package dev.plumbline.charts.forest;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.scale.PlainNumbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis of ratios labelled with changes: no change, and equally large changes up and down. JFreeChart's ticks are powers of a base,
 * none of which is within a change of a few percent. A tick whose label would run into that of no change is left out.
 */
final class RatioAxis extends LogAxis {

    /** Pixels by which the axis goes beyond the scale at both ends: there is room for an arrow. */
    private static final double BEYOND = 10;

    private static final double GAP = 6;

    private final transient ForestScale scale;

    /**
     * The axis of a scale.
     *
     * @param length how long it is in pixels
     */
    RatioAxis(ForestScale scale, double length) {
        this.scale = scale;
        double whole = length / (length - 2 * BEYOND);
        setRange(Math.pow(scale.low(), whole), Math.pow(scale.high(), whole));
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double middle = valueToJava2D(1, dataArea, edge);
        double taken = Fonts.width(label(0), getTickLabelFont()) / 2 + GAP;
        return scale.ticks().stream()
                .filter(tick -> tick == 0
                        || Math.abs(valueToJava2D(1 + tick, dataArea, edge) - middle)
                                >= taken + Fonts.width(label(tick), getTickLabelFont()) / 2)
                .map(tick -> new NumberTick(1 + tick, label(tick), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0))
                .toList();
    }

    private static String label(double change) {
        return (change > 0 ? "+" : "") + PlainNumbers.significant(change * 100, 3) + "\u2009%";
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
