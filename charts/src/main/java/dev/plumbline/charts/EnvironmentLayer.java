package dev.plumbline.charts;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;

/** Where the environment changed: dashed lines down through the data area, with labels in the strip below it. */
record EnvironmentLayer(List<TrendChart.EnvironmentMark> marks, Lettering lettering) implements Layer {

    /** The height of the strip of labels. */
    static final double STRIP = 18;

    private static final double WIDEST = 240;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        List<Double> places =
                marks.stream().map(mark -> plane.x(mark.index() - 0.5)).toList();
        List<String> labels = marks.stream()
                .map(mark -> TextWidth.fitStart(OneLine.of(mark.label()), lettering, WIDEST))
                .toList();
        List<Double> widths =
                labels.stream().map(label -> TextWidth.of(label, lettering)).toList();
        double bottom = plane.area().getMaxY();
        for (double x : places) {
            canvas.stroke(
                    "environment",
                    new Line2D.Double(x, plane.area().getMinY(), x, bottom + STRIP - 2),
                    Ink.of(palette.neutral()),
                    Pen.dashed(1, 4));
        }
        Lane lane = new Lane(plane.area().getMinX() - 4, plane.area().getMaxX() + Layout.RIGHT - 4, 1, 0);
        List<Optional<Lane.Spot>> spots = lane.place(places, widths);
        for (int i = 0; i < marks.size(); i++) {
            String label = labels.get(i);
            spots.get(i)
                    .ifPresent(spot -> canvas.text(
                            "environment-label",
                            label,
                            spot.x(),
                            bottom + STRIP - 5,
                            lettering.anchored(spot.anchor()),
                            Ink.of(palette.muted())));
        }
    }
}
