package dev.plumbline.charts;

import java.util.List;

/** Run means outside the range: chevrons at the edge that point out, with the value where there is room. */
record OutlierLayer(List<TrendChart.TrendPoint> points, DisplayUnit unit, Lettering lettering) implements Layer {

    private static final double INSET = 2;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        double freeAbove = plane.area().getMinX();
        double freeBelow = freeAbove;
        for (int i = 0; i < points.size(); i++) {
            double value = points.get(i).value();
            if (!ValueRange.usable(value) || plane.range().contains(value)) {
                continue;
            }
            boolean above = value > plane.range().high();
            double x = plane.x(i);
            double tip = above ? plane.area().getMinY() + INSET : plane.area().getMaxY() - INSET;
            canvas.stroke("beyond", Glyphs.beyond(x, tip, above), Ink.of(palette.text()), Pen.solid(1.5));
            String figure = Figures.significant(value * unit.factor(), 3);
            double width = TextWidth.of(figure, lettering);
            boolean left = x + 8 + width > plane.area().getMaxX();
            double from = left ? x - 8 - width : x + 8;
            if (from >= (above ? freeAbove : freeBelow)) {
                Lettering anchored = lettering.anchored(left ? Lettering.Anchor.END : Lettering.Anchor.START);
                canvas.text(
                        "beyond-value",
                        figure,
                        left ? x - 8 : x + 8,
                        above ? tip + 9 : tip - 1,
                        anchored,
                        Ink.of(palette.muted()));
                if (above) {
                    freeAbove = Math.max(x, from + width) + 8;
                } else {
                    freeBelow = Math.max(x, from + width) + 8;
                }
            }
        }
    }
}
