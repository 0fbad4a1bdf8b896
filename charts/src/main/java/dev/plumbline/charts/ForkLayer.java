package dev.plumbline.charts;

import java.awt.geom.Path2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forks as small translucent dots. Dots that would fall on the same half pixel are drawn once; forks outside the
 * range are short strokes at its edge.
 */
record ForkLayer(List<TrendChart.TrendPoint> points) implements Layer {

    /** A place on the canvas in half pixels. */
    private record Place(long x, long y) {}

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        Path2D dots = new Path2D.Double();
        Path2D beyond = new Path2D.Double();
        Set<Place> taken = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            for (double fork : points.get(i).forks()) {
                if (ValueRange.usable(fork)) {
                    double x = plane.x(i);
                    double y = plane.y(fork);
                    if (taken.add(new Place(Math.round(2 * x), Math.round(2 * y)))) {
                        boolean inside = plane.range().contains(fork);
                        Path2D path = inside ? dots : beyond;
                        path.moveTo(x, y);
                        path.lineTo(x, inside ? y : y + (fork > plane.range().high() ? 4 : -4));
                    }
                }
            }
        }
        double size = Math.min(3.6, Math.max(2, plane.step() / 3));
        canvas.stroke("forks", dots, Ink.faint(palette.series(), 0.36), Pen.round(size));
        canvas.stroke("forks-beyond", beyond, Ink.faint(palette.series(), 0.5), Pen.solid(1.5));
    }
}
