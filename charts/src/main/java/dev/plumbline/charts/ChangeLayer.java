package dev.plumbline.charts;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;

/**
 * The change points: above the data area a triangle that points the way the value went, filled when confirmed and
 * hollow while suspected, with its label; from there a line down to where the level shifts.
 */
record ChangeLayer(List<TrendChart.ChangeMark> changes, boolean lowerIsBetter, int rows, Lettering lettering)
        implements Layer {

    /** The height of a row of labels. */
    static final double ROW = 18;

    /** Half the width of a triangle. */
    static final double HALF = 5.5;

    private static final double LIFT = 10;

    /** How many rows the labels take within a plane; 0 without change points. */
    int rowsNeeded(Plane plane) {
        return changes.isEmpty()
                ? 0
                : 1
                        + spots(plane).stream()
                                .flatMap(Optional::stream)
                                .mapToInt(Lane.Spot::row)
                                .max()
                                .orElse(0);
    }

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        double top = plane.area().getMinY();
        for (int i = 0; i < changes.size(); i++) {
            TrendChart.ChangeMark change = changes.get(i);
            double x = place(plane, change);
            Line2D guide =
                    new Line2D.Double(x, top - LIFT + HALF, x, plane.area().getMaxY());
            Ink ink = Ink.faint(palette.change(change.worse()), 0.5);
            canvas.stroke("change-guide", guide, ink, change.confirmed() ? Pen.solid(1) : Pen.dashed(1, 2));
        }
        for (int i = 0; i < changes.size(); i++) {
            mark(canvas, palette, changes.get(i), place(plane, changes.get(i)), top - LIFT);
        }
        List<Optional<Lane.Spot>> spots = spots(plane);
        for (int i = 0; i < changes.size(); i++) {
            Ink ink = Ink.of(palette.change(changes.get(i).worse()));
            String label = label(changes.get(i));
            spots.get(i)
                    .ifPresent(spot -> canvas.text(
                            "change-label",
                            label,
                            spot.x(),
                            top - LIFT + lettering.size() * 0.36 - spot.row() * ROW,
                            lettering.anchored(spot.anchor()),
                            ink));
        }
    }

    private List<Optional<Lane.Spot>> spots(Plane plane) {
        Lane lane = new Lane(plane.area().getMinX() - 4, plane.area().getMaxX() + Layout.RIGHT - 4, rows, HALF);
        return lane.place(
                changes.stream().map(change -> place(plane, change)).toList(),
                changes.stream()
                        .map(change -> TextWidth.of(label(change), lettering))
                        .toList());
    }

    private static double place(Plane plane, TrendChart.ChangeMark change) {
        return plane.x(change.index() - 0.5);
    }

    private static String label(TrendChart.ChangeMark change) {
        return OneLine.of(change.label());
    }

    private void mark(Canvas canvas, Palette palette, TrendChart.ChangeMark change, double x, double y) {
        boolean up = change.worse() == lowerIsBetter;
        String colour = palette.change(change.worse());
        if (change.confirmed()) {
            canvas.fill("change confirmed", Glyphs.triangle(x, y, HALF, up), Ink.of(colour));
        } else {
            Shape hollow = Glyphs.triangle(x, y, HALF - 0.75, up);
            canvas.fill("change-ground", hollow, Ink.of(palette.background()));
            canvas.stroke("change suspected", hollow, Ink.of(colour), Pen.solid(1.5));
        }
    }
}
