package dev.plumbline.charts;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the environment changed: dashed lines down through the data area, with labels in the strip below it. */
record EnvironmentLayer(List<TrendChart.EnvironmentMark> marks, Lettering lettering) implements Layer {

    /** The height of the strip of labels. */
    static final double STRIP = 18;

    private static final double WIDEST = 240;

    /** Below this room before the next line a label is not shortened; it may find its place before its own line. */
    private static final double LEAST_ROOM = 64;

    private static final double LABEL_MARGINS = 12;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        List<Double> places =
                marks.stream().map(mark -> plane.x(mark.index() - 0.5)).toList();
        double end = plane.area().getMaxX() + Layout.RIGHT - 4;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            double room = (i + 1 < marks.size() ? places.get(i + 1) : end) - places.get(i) - LABEL_MARGINS;
            double width = room < LEAST_ROOM ? WIDEST : Math.min(WIDEST, room);
            labels.add(TextWidth.fitStart(OneLine.of(marks.get(i).label()), lettering, width));
        }
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
        Lane lane = new Lane(plane.area().getMinX() - 4, end, 1, 0);
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
