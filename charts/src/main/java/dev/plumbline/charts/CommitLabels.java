package dev.plumbline.charts;

import java.util.List;

/**
 * The commit axis: as many commits as have room, evenly spaced and counted back from the newest.
 *
 * @param points the points of the chart
 * @param drop pixels from the data area down to the baseline of the labels
 */
record CommitLabels(List<TrendChart.TrendPoint> points, double drop, Lettering lettering) implements Layer {

    private static final double GAP = 22;

    private static final double WIDEST = 96;

    /** Pixels kept free at the edges of the picture. */
    private static final double EDGE = 4;

    private static final int[] STRIDES = {1, 2, 5, 10};

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        if (points.isEmpty()) {
            return;
        }
        List<String> labels = points.stream()
                .map(point -> TextWidth.fitStart(OneLine.of(point.label()), lettering, WIDEST))
                .toList();
        double widest = labels.stream()
                .mapToDouble(label -> TextWidth.of(label, lettering))
                .max()
                .orElse(0);
        int stride = stride((widest + GAP) / plane.step());
        double y = plane.area().getMaxY() + drop;
        double rightEdge = plane.area().getMaxX() + Layout.RIGHT - EDGE;
        double free = rightEdge;
        for (int i = points.size() - 1; i >= 0; i -= stride) {
            double width = TextWidth.of(labels.get(i), lettering);
            double left = Math.max(EDGE, Math.min(rightEdge - width, plane.x(i) - width / 2));
            if (left + width <= free) {
                canvas.text(
                        "commit",
                        labels.get(i),
                        left + width / 2,
                        y,
                        lettering.anchored(Lettering.Anchor.MIDDLE),
                        Ink.of(palette.muted()));
                free = left - GAP / 2;
            }
        }
    }

    /** The least 1, 2 or 5 times a power of ten that is not below a number of indices. */
    private static int stride(double least) {
        for (int power = 1; power <= 1_000_000; power *= 10) {
            for (int step : STRIDES) {
                if (step * power >= least) {
                    return step * power;
                }
            }
        }
        return Integer.MAX_VALUE / 2;
    }
}
