package dev.plumbline.charts;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The levels of the segments as steps, each in its faint band. */
record SegmentLayer(List<TrendChart.Segment> segments) implements Layer {

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
            if (segment.from() == expected) {
                steps.lineTo(left, y);
            } else {
                steps.moveTo(left, y);
            }
            steps.lineTo(right, y);
            expected = segment.to() + 1;
        }
        canvas.stroke("level", steps, Ink.faint(palette.text(), 0.75), Pen.solid(1.5));
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
