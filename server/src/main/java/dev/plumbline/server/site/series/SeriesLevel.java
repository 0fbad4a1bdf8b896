package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.server.history.SeriesHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A stretch of a series at one level. It begins at a change point, at a shift of the whole suite, which moves the level as well, or at a new baseline.
 *
 * @param from the index of its first commit
 * @param to the index of its last commit
 * @param level in the base unit
 * @param spread of its commits' values
 */
record SeriesLevel(int from, int to, double level, PointSpread spread) {

    /**
     * The levels of a whole series, oldest first; none of a series without points.
     *
     * @param places the index of the commit that each run belongs to
     */
    static List<SeriesLevel> of(SeriesHistory history, List<MeasuredCommit> commits, Map<Long, Integer> places) {
        Map<Integer, SeriesHistory.Change> changes = new HashMap<>();
        history.changes().stream()
                .filter(change -> places.containsKey(change.runId()))
                .forEach(change -> changes.put(places.getOrDefault(change.runId(), 0), change));
        TreeSet<Integer> starts = new TreeSet<>(changes.keySet());
        history.shifts().forEach(shift -> starts.add(places.getOrDefault(shift.runId(), 0)));
        history.baselines().forEach(baseline -> starts.add(places.getOrDefault(baseline.runId(), 0)));
        starts.add(0);
        StudentT studentT = new StudentT();
        List<SeriesLevel> levels = new ArrayList<>();
        for (int start : starts) {
            Integer next = starts.higher(start);
            int end = next == null ? commits.size() : next;
            if (end <= start) {
                continue;
            }
            double[] values = commits.subList(start, end).stream()
                    .mapToDouble(MeasuredCommit::value)
                    .toArray();
            SeriesHistory.Change ending = changes.get(end);
            SeriesHistory.Change beginning = changes.get(start);
            double level = ending != null
                    ? ending.moved().levelBefore()
                    : beginning != null ? beginning.moved().levelAfter() : median(values);
            levels.add(new SeriesLevel(start, end - 1, level, PointSpread.of(values, studentT)));
        }
        return levels;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
    }
}
