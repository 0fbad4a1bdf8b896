package dev.plumbline.charts;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** The intervals of the run means as one band, broken at gaps; a run alone between gaps has a bar. */
record IntervalLayer(List<TrendChart.TrendPoint> points) implements Layer {

    private static final double OPACITY = 0.14;

    /** One column of the band. */
    private record Span(double x, double low, double high) {}

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        List<Span> run = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            TrendChart.TrendPoint point = points.get(i);
            if (!isDrawn(point)) {
                flush(canvas, plane, palette, run);
                continue;
            }
            Span span = new Span(plane.x(i), point.low(), point.high());
            Span last = run.isEmpty() ? null : run.get(run.size() - 1);
            if (last != null && span.x() - last.x() < 0.75) {
                run.set(run.size() - 1, union(last, span));
            } else {
                run.add(span);
            }
        }
        flush(canvas, plane, palette, run);
    }

    private static Span union(Span one, Span other) {
        return new Span(one.x(), Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
    }

    private static boolean isDrawn(TrendChart.TrendPoint point) {
        return ValueRange.usable(point.value())
                && ValueRange.usable(point.low())
                && ValueRange.usable(point.high())
                && point.low() <= point.high();
    }

    private static void flush(Canvas canvas, Plane plane, Palette palette, List<Span> run) {
        if (run.size() == 1) {
            Span only = run.get(0);
            Path2D bar = new Path2D.Double();
            bar.moveTo(only.x(), plane.y(only.low()));
            bar.lineTo(only.x(), plane.y(only.high()));
            canvas.stroke("interval", bar, Ink.faint(palette.series(), 2 * OPACITY), Pen.solid(4));
        } else if (!run.isEmpty()) {
            Path2D band = new Path2D.Double();
            for (Span span : run) {
                double y = plane.y(span.high());
                if (band.getCurrentPoint() == null) {
                    band.moveTo(span.x(), y);
                } else {
                    band.lineTo(span.x(), y);
                }
            }
            for (int i = run.size() - 1; i >= 0; i--) {
                band.lineTo(run.get(i).x(), plane.y(run.get(i).low()));
            }
            band.closePath();
            canvas.fill("interval", band, Ink.faint(palette.series(), OPACITY));
        }
        run.clear();
    }
}
