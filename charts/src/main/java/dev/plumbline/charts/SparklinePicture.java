package dev.plumbline.charts;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sparkline laid out: a thin line, the level of each stretch between change points, a dot for the last value. */
final class SparklinePicture {

    private static final double DOT = 2.5;

    private final Sparkline sparkline;
    private final SparklineStyle style;

    /** The values from one change point to the next, both as indices, and their median. */
    private record Stretch(int from, int to, double level) {}

    SparklinePicture(Sparkline sparkline, SparklineStyle style) {
        this.sparkline = sparkline;
        this.style = style;
    }

    String title() {
        String title = OneLine.of(sparkline.title());
        return title.isEmpty() ? "Trend" : title;
    }

    String description() {
        int runs = sparkline.values().length;
        int shifts = sparkline.shifts().size();
        String text = (runs == 1 ? "1 run, " : runs + " runs, ")
                + (shifts == 0 ? "no change point" : shifts == 1 ? "1 change point" : shifts + " change points");
        return shifts == 0 ? text : text + ", the last for the " + (lastIsWorse() ? "worse" : "better");
    }

    void draw(Canvas canvas) {
        Palette palette = style.theme().palette();
        double[] values = sparkline.values();
        List<Stretch> stretches = stretches(values);
        double[] levels = stretches.stream().mapToDouble(Stretch::level).toArray();
        Rectangle2D area = new Rectangle2D.Double(2, 4, style.width() - 6.0, style.height() - 8.0);
        Plane plane = new Plane(area, ValueRange.of(values, levels, new double[0]), values.length);
        String accent = sparkline.shifts().isEmpty() ? palette.series() : palette.change(lastIsWorse());

        canvas.stroke("line", line(plane, values), Ink.faint(palette.series(), 0.55), Pen.solid(1.25));
        if (stretches.size() > 1) {
            for (int i = 0; i < stretches.size(); i++) {
                boolean newest = i == stretches.size() - 1;
                step(canvas, plane, stretches, i, Ink.of(newest ? accent : palette.neutral()));
            }
        }
        for (int last = values.length - 1; last >= 0; last--) {
            if (ValueRange.usable(values[last])) {
                canvas.fill(
                        "last",
                        new Ellipse2D.Double(plane.x(last) - DOT, plane.y(values[last]) - DOT, 2 * DOT, 2 * DOT),
                        Ink.of(accent));
                break;
            }
        }
    }

    private boolean lastIsWorse() {
        List<Sparkline.Shift> shifts = sparkline.shifts();
        return !shifts.isEmpty() && shifts.get(shifts.size() - 1).worse();
    }

    private List<Stretch> stretches(double[] values) {
        List<Integer> bounds = new ArrayList<>(List.of(0));
        sparkline.shifts().stream()
                .map(Sparkline.Shift::index)
                .filter(index -> index > 0)
                .forEach(bounds::add);
        bounds.add(values.length);
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            double[] usable = Arrays.stream(values, bounds.get(i), bounds.get(i + 1))
                    .filter(ValueRange::usable)
                    .toArray();
            if (usable.length > 0) {
                stretches.add(new Stretch(bounds.get(i), bounds.get(i + 1), ValueRange.median(usable)));
            }
        }
        return stretches;
    }

    /** Draws the level of a stretch, with the riser from the level before it. */
    private static void step(Canvas canvas, Plane plane, List<Stretch> stretches, int index, Ink ink) {
        Stretch stretch = stretches.get(index);
        double left = plane.x(stretch.from() - 0.5);
        double y = plane.y(stretch.level());
        Path2D path = new Path2D.Double();
        if (index > 0) {
            path.moveTo(left, plane.y(stretches.get(index - 1).level()));
            path.lineTo(left, y);
        } else {
            path.moveTo(left, y);
        }
        path.lineTo(plane.x(stretch.to() - 0.5), y);
        canvas.stroke("level", path, ink, Pen.solid(1.5));
    }

    private static Path2D line(Plane plane, double[] values) {
        Path2D line = new Path2D.Double();
        boolean joined = false;
        for (int i : Columns.kept(
                values.length,
                plane.area().getWidth(),
                at -> ValueRange.usable(values[at]) ? values[at] : Double.NaN)) {
            if (!ValueRange.usable(values[i])) {
                joined = false;
            } else if (joined) {
                line.lineTo(plane.x(i), plane.y(values[i]));
            } else {
                line.moveTo(plane.x(i), plane.y(values[i]));
                joined = true;
            }
        }
        return line;
    }
}
