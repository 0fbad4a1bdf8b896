package dev.plumbline.charts.trend;

import dev.plumbline.charts.scale.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The runs that are drawn at one place because no eye could tell them apart. Where there is room, each run has a column of its own. What is
 * drawn of a column with several are its extremes, so no extreme is lost (after Jugel et al., "M4: A Visualization-Oriented Time
 * Series Data Aggregation", VLDB 2014), and a picture is as large as it is wide, however many runs it shows.
 *
 * @param from the index of the first run
 * @param to the index behind the last run
 */
record Column(int from, int to) {

    /** Pixels from which runs are drawn apart. */
    static final double WIDTH = 4;

    /** The columns of a chart's runs, from left to right. */
    static List<Column> of(PlotFrame frame) {
        int count = frame.places().of().length;
        List<Column> columns = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || (frame.places().at(i) - frame.places().at(from)) * frame.step() >= WIDTH) {
                columns.add(new Column(from, i));
                from = i;
            }
        }
        return columns;
    }

    /** Whether it has one run only. */
    boolean isSingle() {
        return to - from == 1;
    }

    /** The indices of the runs with the lowest and the highest value, in their order; one index if that is one run, none if no run has a value. */
    int[] extremes(List<TrendChart.TrendPoint> points) {
        int lowest = -1;
        int highest = -1;
        for (int i = from; i < to; i++) {
            double value = points.get(i).value();
            if (ValueRange.usable(value)) {
                lowest = lowest < 0 || value < points.get(lowest).value() ? i : lowest;
                highest = highest < 0 || value > points.get(highest).value() ? i : highest;
            }
        }
        return IntStream.of(lowest, highest)
                .filter(index -> index >= 0)
                .distinct()
                .sorted()
                .toArray();
    }
}
