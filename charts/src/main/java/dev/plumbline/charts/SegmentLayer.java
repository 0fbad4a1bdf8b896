package dev.plumbline.charts;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** The levels of the segments as steps, each in its faint band; a riser at a change point has the change's colour. */
record SegmentLayer(List<TrendChart.Segment> segments, List<TrendChart.ChangeMark> changes) implements Layer {

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        Path2D steps = new Path2D.Double();
        int expected = -1;
        for (TrendChart.Segment segment : segments) {
            if (!ValueRange.usable(segment.level())) {
                expected = -1;
                continue;
            }
            double left = plane.x(segment.from() - 0.5);
            double right = plane.x(segment.to() + 0.5);
            band(canvas, plane, palette, segment, left, right);
            double y = plane.y(segment.level());
            Optional<TrendChart.ChangeMark> change = changeAt(segment.from());
            if (segment.from() == expected && change.isPresent()) {
                riser(
                        canvas,
                        palette,
                        change.get(),
                        left,
                        steps.getCurrentPoint().getY(),
                        y);
                steps.moveTo(left, y);
            } else if (segment.from() == expected) {
                steps.lineTo(left, y);
            } else {
                steps.moveTo(left, y);
            }
            steps.lineTo(right, y);
            expected = segment.to() + 1;
        }
        canvas.stroke("level", steps, Ink.faint(palette.text(), 0.75), Pen.solid(1.5));
    }

    private Optional<TrendChart.ChangeMark> changeAt(int index) {
        return changes.stream().filter(change -> change.index() == index).findFirst();
    }

    private static void riser(
            Canvas canvas, Palette palette, TrendChart.ChangeMark change, double x, double from, double to) {
        Ink ink = Ink.of(palette.change(change.worse()));
        canvas.stroke("level-riser", new Line2D.Double(x, from, x, to), ink, Pen.solid(1.5));
    }

    private static void band(
            Canvas canvas, Plane plane, Palette palette, TrendChart.Segment segment, double left, double right) {
        if (ValueRange.usable(segment.low()) && ValueRange.usable(segment.high())) {
            double top = plane.y(segment.high());
            double bottom = plane.y(segment.low());
            if (bottom > top && right > left) {
                canvas.fill(
                        "level-band",
                        new Rectangle2D.Double(left, top, right - left, bottom - top),
                        Ink.faint(palette.neutral(), 0.14));
            }
        }
    }
}
