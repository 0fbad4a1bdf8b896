package dev.plumbline.charts;

import java.awt.geom.Line2D;

/** The value axis: hairlines across the data area and their values to the left of it. */
record ValueLabels(Ticks ticks, DisplayUnit unit, Lettering lettering) implements Layer {

    /** Pixels between the labels and the data area. */
    static final double GAP = 10;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        double left = plane.area().getMinX();
        double right = plane.area().getMaxX();
        for (double tick : ticks.values()) {
            double y = Math.round(plane.y(tick / unit.factor()) - 0.5) + 0.5;
            canvas.stroke("grid", new Line2D.Double(left, y, right, y), Ink.of(palette.grid()), Pen.solid(1));
        }
        Lettering alignedRight = lettering.anchored(Lettering.Anchor.END);
        for (double tick : ticks.values()) {
            double y = plane.y(tick / unit.factor()) + lettering.size() * 0.36;
            canvas.text("value", ticks.label(tick), left - GAP, y, alignedRight, Ink.of(palette.muted()));
        }
    }

    /** How much room the labels take to the left of the data area. */
    double width() {
        return GAP
                + ticks.values().stream()
                        .mapToDouble(tick -> TextWidth.of(ticks.label(tick), lettering))
                        .max()
                        .orElse(0);
    }
}
