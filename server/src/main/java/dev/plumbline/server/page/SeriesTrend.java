package dev.plumbline.server.page;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.charts.TrendChart;
import dev.plumbline.server.store.SeriesHistory;
import dev.plumbline.server.store.SeriesIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A series' history as the input of its trend chart, on the series' page and wherever else the chart is shown. */
public final class SeriesTrend {

    private static final int LEAST_FOR_BAND = 4;

    private final SeriesHistory history;
    private final StudentT studentT = new StudentT();
    private final Map<Long, Integer> places = new HashMap<>();

    private SeriesTrend(SeriesHistory history) {
        this.history = history;
        for (int i = 0; i < history.points().size(); i++) {
            places.put(history.points().get(i).runId(), i);
        }
    }

    /** The chart of a history under the series' name. */
    public static TrendChart chart(SeriesIdentity series, SeriesHistory history) {
        return chart(SeriesTitle.of(series).line(), series, history);
    }

    /**
     * The chart of a history.
     *
     * @param title what stands above it, empty for nothing
     */
    static TrendChart chart(String title, SeriesIdentity series, SeriesHistory history) {
        SeriesTrend trend = new SeriesTrend(history);
        return new TrendChart(
                title,
                series.unit(),
                series.lowerIsBetter(),
                history.points().stream().map(trend::point).toList(),
                trend.segments(),
                trend.shown().stream().map(trend::mark).toList(),
                trend.environmentChanges());
    }

    private TrendChart.TrendPoint point(SeriesHistory.Point point) {
        double halfWidth = PointSpread.of(point.forks(), studentT).halfWidthOfMean();
        return new TrendChart.TrendPoint(
                CommitView.abbreviated(point.commit().sha()),
                point.value(),
                point.value() - halfWidth,
                point.value() + halfWidth,
                point.forks());
    }

    /** The change points among the points. */
    private List<SeriesHistory.Change> shown() {
        return history.changes().stream()
                .filter(change -> places.containsKey(change.runId()))
                .toList();
    }

    private int place(SeriesHistory.Change change) {
        return places.getOrDefault(change.runId(), 0);
    }

    private TrendChart.ChangeMark mark(SeriesHistory.Change change) {
        return new TrendChart.ChangeMark(
                place(change),
                change.moved().worse(),
                change.moved().state().equals("confirmed"),
                Figures.change(change.moved().ratio()));
    }

    private List<TrendChart.Segment> segments() {
        int count = history.points().size();
        List<TrendChart.Segment> segments = new ArrayList<>();
        if (count == 0) {
            return segments;
        }
        List<SeriesHistory.Change> changes = shown();
        int start = 0;
        for (SeriesHistory.Change change : changes) {
            if (place(change) > start) {
                segments.add(segment(start, place(change) - 1, change.moved().levelBefore()));
            }
            start = place(change);
        }
        segments.add(segment(
                start,
                count - 1,
                changes.isEmpty() ? Double.NaN : changes.getLast().moved().levelAfter()));
        return segments;
    }

    /** A segment; where no change point gives its level, the level is the median of its runs. */
    private TrendChart.Segment segment(int from, int to, double knownLevel) {
        double[] values = history.points().subList(from, to + 1).stream()
                .mapToDouble(SeriesHistory.Point::value)
                .sorted()
                .toArray();
        double level = Double.isNaN(knownLevel) ? median(values) : knownLevel;
        double halfWidth = values.length < LEAST_FOR_BAND
                ? Double.NaN
                : PointSpread.of(values, studentT).halfWidthOfNext();
        return new TrendChart.Segment(from, to, level, level - halfWidth, level + halfWidth);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
    }

    private List<TrendChart.EnvironmentMark> environmentChanges() {
        List<TrendChart.EnvironmentMark> marks = new ArrayList<>();
        String before = "";
        for (int i = 0; i < history.points().size(); i++) {
            String machine = history.points().get(i).machine();
            if (!machine.isEmpty() && !before.isEmpty() && !machine.equals(before)) {
                marks.add(new TrendChart.EnvironmentMark(i, difference(before, machine)));
            }
            before = machine.isEmpty() ? before : machine;
        }
        return marks;
    }

    /** The part of the description that is new. */
    private static String difference(String before, String after) {
        List<String> known = Arrays.asList(before.split(" · ", -1));
        return Arrays.stream(after.split(" · ", -1))
                .filter(part -> !known.contains(part))
                .findFirst()
                .orElse("other machine");
    }
}
