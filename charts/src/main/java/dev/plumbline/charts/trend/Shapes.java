package dev.plumbline.charts.trend;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** The shapes that marks have, around the place they mark. */
final class Shapes {

    /** Half the width of a triangle. */
    static final double HALF = 5.5;

    private Shapes() {}

    /** A triangle, {@code 2 * half} wide and nearly as high. */
    static Shape triangle(double half, boolean up) {
        double rise = up ? half * 0.85 : -half * 0.85;
        Path2D path = new Path2D.Double();
        path.moveTo(0, -rise);
        path.lineTo(half, rise);
        path.lineTo(-half, rise);
        path.closePath();
        return path;
    }

    /** A diamond, {@code 2 * half} wide and high. */
    static Shape diamond(double half) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -half);
        path.lineTo(half, 0);
        path.lineTo(0, half);
        path.lineTo(-half, 0);
        path.closePath();
        return path;
    }

    /** Two chevrons just inside an edge that point outwards: the value is farther out than the chart shows. */
    static Shape beyond(boolean up) {
        double down = up ? 1 : -1;
        Path2D path = new Path2D.Double();
        for (double y : new double[] {2 * down, 6 * down}) {
            path.moveTo(-4, y + 4 * down);
            path.lineTo(0, y);
            path.lineTo(4, y + 4 * down);
        }
        return path;
    }
}
