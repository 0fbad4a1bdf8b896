package dev.plumbline.charts;

import java.awt.geom.Rectangle2D;

/**
 * The data area of a chart: where an index and a value are on the canvas.
 *
 * @param area in CSS pixels
 * @param range the values from the lower to the upper edge
 * @param points how many indices stand from left to right, each in the middle of its share of the width
 */
record Plane(Rectangle2D area, ValueRange range, int points) {

    /** The place of an index; half an index before it is the boundary to the run before. */
    double x(double index) {
        return area.getX() + (index + 0.5) * step();
    }

    /** The width of one index. */
    double step() {
        return area.getWidth() / Math.max(1, points);
    }

    /** The place of a value, at the edge when it is outside the range. */
    double y(double value) {
        double position = Math.min(1, Math.max(0, range.position(value)));
        return area.getMaxY() - position * area.getHeight();
    }
}
