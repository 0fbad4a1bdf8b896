package dev.plumbline.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Fewer points that draw the same line: of all points in one column of pixels only the first, the last, the lowest and
 * the highest are kept (M4; Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014). So
 * no extreme is lost.
 */
final class Columns {

    private Columns() {}

    /**
     * The indices to draw, ascending. All of them when there is at least a pixel for each.
     *
     * @param count how many points there are
     * @param width pixels there are for them
     * @param value the value of a point; not a number for a gap, of which the first in a column is kept
     */
    static List<Integer> kept(int count, double width, IntToDoubleFunction value) {
        List<Integer> kept = new ArrayList<>();
        int start = 0;
        while (start < count) {
            int end = start + 1;
            while (end < count && column(end, count, width) == column(start, count, width)) {
                end++;
            }
            keep(start, end, value, kept);
            start = end;
        }
        return kept;
    }

    private static int column(int index, int count, double width) {
        return count <= width ? index : (int) ((index + 0.5) * width / count);
    }

    private static void keep(int start, int end, IntToDoubleFunction value, List<Integer> kept) {
        int lowest = start;
        int highest = start;
        int gap = end;
        for (int i = start; i < end; i++) {
            double v = value.applyAsDouble(i);
            if (Double.isNaN(v)) {
                gap = Math.min(gap, i);
            } else {
                lowest = v < value.applyAsDouble(lowest) || Double.isNaN(value.applyAsDouble(lowest)) ? i : lowest;
                highest = v > value.applyAsDouble(highest) || Double.isNaN(value.applyAsDouble(highest)) ? i : highest;
            }
        }
        for (int i = start; i < end; i++) {
            if (i == start || i == end - 1 || i == lowest || i == highest || i == gap) {
                kept.add(i);
            }
        }
    }
}
