package dev.plumbline.charts;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** The shapes that marks have. */
final class Glyphs {

    private Glyphs() {}

    /** A triangle around a place, {@code 2 * half} wide and nearly as high. */
    static Shape triangle(double x, double y, double half, boolean up) {
        double rise = up ? half * 0.85 : -half * 0.85;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - rise);
        path.lineTo(x + half, y + rise);
        path.lineTo(x - half, y + rise);
        path.closePath();
        return path;
    }

    /** Two chevrons whose outer tip is at a place: the value is farther out than the chart shows. */
    static Shape beyond(double x, double tip, boolean up) {
        double down = up ? 1 : -1;
        Path2D path = new Path2D.Double();
        for (double y : new double[] {tip, tip + 4 * down}) {
            path.moveTo(x - 4, y + 4 * down);
            path.lineTo(x, y);
            path.lineTo(x + 4, y + 4 * down);
        }
        return path;
    }
}
