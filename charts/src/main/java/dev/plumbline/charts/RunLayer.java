package dev.plumbline.charts;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The run means: a line broken at gaps and, where there is room, a dot for each. Runs that begin a segment, runs
 * between gaps and the newest one have their dot always.
 */
record RunLayer(List<TrendChart.TrendPoint> points, List<TrendChart.ChangeMark> changes) implements Layer {

    /** Pixels between neighbours from which each has a dot. */
    private static final double DOT_ROOM = 5;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        boolean dots = plane.step() >= DOT_ROOM;
        canvas.stroke("line", line(plane), Ink.faint(palette.series(), dots ? 0.6 : 1), Pen.solid(dots ? 1.25 : 1));
        Set<Integer> always = new HashSet<>();
        changes.forEach(change -> always.add(change.index()));
        always.add(points.size() - 1);
        double radius = Math.min(3.2, Math.max(2, plane.step() / 4));
        for (int i = 0; i < points.size(); i++) {
            double value = points.get(i).value();
            if (plane.range().contains(value) && (dots || always.contains(i) || isAlone(i))) {
                double x = plane.x(i);
                double y = plane.y(value);
                canvas.fill(
                        "run",
                        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
                        Ink.of(palette.series()));
            }
        }
    }

    private Path2D line(Plane plane) {
        Path2D line = new Path2D.Double();
        boolean joined = false;
        for (int i : Columns.kept(points.size(), plane.area().getWidth(), this::drawn)) {
            double value = drawn(i);
            if (Double.isNaN(value)) {
                joined = false;
            } else if (joined) {
                line.lineTo(plane.x(i), plane.y(value));
            } else {
                line.moveTo(plane.x(i), plane.y(value));
                joined = true;
            }
        }
        return line;
    }

    private boolean isAlone(int index) {
        return (index == 0 || Double.isNaN(drawn(index - 1)))
                && (index == points.size() - 1 || Double.isNaN(drawn(index + 1)));
    }

    private double drawn(int index) {
        double value = points.get(index).value();
        return ValueRange.usable(value) ? value : Double.NaN;
    }
}
