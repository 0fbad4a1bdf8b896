package dev.plumbline.server.site.series;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.part.SeriesTitle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
     * @param title the title above it, empty for none
     */
    static TrendChart chart(String title, SeriesIdentity series, SeriesHistory history) {
        SeriesTrend trend = new SeriesTrend(history);
        return new TrendChart(
                title,
                new ChartUnit(series.unit()),
                series.direction() != Direction.HIGHER_IS_BETTER,
                history.points().stream().map(trend::point).toList(),
                trend.segments(),
                trend.shown().stream().map(trend::mark).toList(),
                trend.environmentChanges(),
                series.direction().known());
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
                change.moved().state() == ChangePoint.State.CONFIRMED,
                Figures.change(change.moved().ratio()));
    }

    /** From change to change; a shift of the whole suite moves the level as well, and starts a segment, and so does a new baseline. */
    private List<TrendChart.Segment> segments() {
        int count = history.points().size();
        List<TrendChart.Segment> segments = new ArrayList<>();
        Map<Integer, SeriesHistory.Change> changes = new HashMap<>();
        shown().forEach(change -> changes.put(place(change), change));
        TreeSet<Integer> starts = new TreeSet<>(changes.keySet());
        shifts().forEach(shift -> starts.add(places.getOrDefault(shift.runId(), 0)));
        baselines().forEach(baseline -> starts.add(places.getOrDefault(baseline.runId(), 0)));
        starts.add(0);
        for (int start : starts) {
            Integer next = starts.higher(start);
            int end = next == null ? count : next;
            if (end > start) {
                SeriesHistory.Change ending = changes.get(end);
                SeriesHistory.Change beginning = changes.get(start);
                double level = ending != null
                        ? ending.moved().levelBefore()
                        : beginning != null ? beginning.moved().levelAfter() : Double.NaN;
                segments.add(segment(start, end - 1, level));
            }
        }
        return segments;
    }

    private List<SeriesHistory.Shift> shifts() {
        return history.shifts().stream()
                .filter(shift -> places.containsKey(shift.runId()))
                .toList();
    }

    private List<SeriesHistory.Baseline> baselines() {
        return history.baselines().stream()
                .filter(baseline -> places.containsKey(baseline.runId()))
                .toList();
    }

    /** A segment; if no change point gives its level, the level is the median of its runs. */
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
        Map<Integer, String> suite = new HashMap<>();
        shifts().forEach(shift -> suite.put(
                places.getOrDefault(shift.runId(), 0),
                "suite " + Figures.change(shift.ratio()) + " (" + shift.moved() + " of " + shift.series() + ")"));
        List<TrendChart.EnvironmentMark> marks = new ArrayList<>();
        String before = "";
        for (int i = 0; i < history.points().size(); i++) {
            String machine = history.points().get(i).machine();
            boolean other = !machine.isEmpty() && !before.isEmpty() && !machine.equals(before);
            String shift = suite.getOrDefault(i, "");
            if (other || !shift.isEmpty()) {
                String what = other ? difference(before, machine) : "";
                marks.add(new TrendChart.EnvironmentMark(
                        i, shift + (shift.isEmpty() || what.isEmpty() ? "" : ", ") + what));
            }
            before = machine.isEmpty() ? before : machine;
        }
        baselines()
                .forEach(baseline -> marks.add(new TrendChart.EnvironmentMark(
                        places.getOrDefault(baseline.runId(), 0),
                        baseline.note(),
                        TrendChart.EnvironmentMark.Kind.BASELINE)));
        marks.sort(Comparator.comparingInt(TrendChart.EnvironmentMark::index));
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
