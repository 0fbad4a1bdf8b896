package dev.plumbline.charts;

import java.awt.geom.Path2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forks as small translucent dots. Dots that would hide each other are drawn once; forks outside the range are
 * short strokes at its edge.
 */
record ForkLayer(List<TrendChart.TrendPoint> points) implements Layer {

    /** Below this distance of neighbouring runs their dots are a cloud, and a dot hides what is nearer than itself. */
    private static final double CLOUD = 2;

    /** A place on the canvas in a grid. */
    private record Place(long x, long y) {}

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        Path2D dots = new Path2D.Double();
        Path2D beyond = new Path2D.Double();
        Set<Place> taken = new HashSet<>();
        double grid = plane.step() < CLOUD ? 1.5 : 0.5;
        for (int i = 0; i < points.size(); i++) {
            for (double fork : points.get(i).forks()) {
                if (ValueRange.usable(fork)) {
                    double x = plane.x(i);
                    double y = plane.y(fork);
                    if (taken.add(new Place(Math.round(x / grid), Math.round(y / grid)))) {
                        boolean inside = plane.range().contains(fork);
                        Path2D path = inside ? dots : beyond;
                        path.moveTo(x, y);
                        path.lineTo(x, inside ? y : y + (fork > plane.range().high() ? 4 : -4));
                    }
                }
            }
        }
        double size = Math.min(3.6, Math.max(2, plane.step() / 3));
        canvas.stroke("forks", dots, Ink.faint(palette.series(), 0.42), Pen.round(size));
        canvas.stroke("forks-beyond", beyond, Ink.faint(palette.series(), 0.5), Pen.solid(1.5));
    }
}
