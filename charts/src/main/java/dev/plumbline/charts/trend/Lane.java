package dev.plumbline.charts.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;

/**
 * A strip along the data area in which marks have labels that never overlap. A label is next to its mark in the
 * first row, or centred over it in a further row; the newest marks choose first, and what doesn't fit is left out. JFreeChart places
 * each label without regard to the others.
 *
 * @param left where labels may begin
 * @param right where labels must end
 * @param rows how many rows there are
 * @param reach half the width of a mark; 0 for a line
 */
record Lane(double left, double right, int rows, double reach) {

    /** Pixels between a mark and its label. */
    private static final double GAP = 4;

    /** Pixels between a label and the next mark or label. */
    private static final double MARGIN = 6;

    /** Which end of a label is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        /** The anchor in JFreeChart's terms. */
        TextAnchor text() {
            return switch (this) {
                case START -> TextAnchor.CENTER_LEFT;
                case MIDDLE -> TextAnchor.CENTER;
                case END -> TextAnchor.CENTER_RIGHT;
            };
        }
    }

    /**
     * Where a label is.
     *
     * @param x the place of the anchored part
     * @param row counted from the marks outwards
     */
    record Spot(double x, int row, Anchor anchor) {}

    /** The largest width of one row that is used. */
    private record Taken(double from, double to, int row, int owner) {}

    /**
     * A spot for the label of each mark, in the order of the marks.
     *
     * @param marks where the marks are, oldest first
     * @param widths how wide their labels are; 0 for none
     */
    List<Optional<Spot>> place(List<Double> marks, List<Double> widths) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            taken.add(new Taken(marks.get(i) - reach, marks.get(i) + reach, 0, i));
        }
        List<Optional<Spot>> spots = new ArrayList<>();
        for (int i = marks.size() - 1; i >= 0; i--) {
            spots.add(0, widths.get(i) > 0 ? place(i, marks.get(i), widths.get(i), taken) : Optional.empty());
        }
        return List.copyOf(spots);
    }

    private Optional<Spot> place(int owner, double mark, double width, List<Taken> taken) {
        double after = mark + reach + GAP;
        double before = mark - reach - GAP;
        if (isFree(after, after + width, 0, owner, taken)) {
            taken.add(new Taken(after, after + width, 0, owner));
            return Optional.of(new Spot(after, 0, Anchor.START));
        }
        if (isFree(before - width, before, 0, owner, taken)) {
            taken.add(new Taken(before - width, before, 0, owner));
            return Optional.of(new Spot(before, 0, Anchor.END));
        }
        double centre = Math.min(right - width / 2, Math.max(left + width / 2, mark));
        for (int row = 1; row < rows; row++) {
            if (isFree(centre - width / 2, centre + width / 2, row, owner, taken)) {
                taken.add(new Taken(centre - width / 2, centre + width / 2, row, owner));
                return Optional.of(new Spot(centre, row, Anchor.MIDDLE));
            }
        }
        return Optional.empty();
    }

    private boolean isFree(double from, double to, int row, int owner, List<Taken> taken) {
        return from >= left
                && to <= right
                && taken.stream()
                        .filter(other -> other.row() == row && other.owner() != owner)
                        .allMatch(other -> to + MARGIN <= other.from() || from - MARGIN >= other.to());
    }
}
