package dev.plumbline.server.judging;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.change.ChangePointStore;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.judging.JudgingInput.History;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Loads the series of the runs to judge with their values in a window, with a fixed number of queries. */
final class HistoryLoader {

    private final Handle handle;
    private final RunToJudge run;
    private final long[] window;

    HistoryLoader(Handle handle, RunToJudge run, long[] window) {
        this.handle = handle;
        this.run = run;
        this.window = window;
    }

    /** A series of the runs to judge, before its history is loaded. */
    private static final class Candidate {

        private final Metric metric;
        private final Optional<ThresholdRule> rule;
        private final List<double[]> values = new ArrayList<>();
        private final double[] @Nullable [] forks;

        Candidate(Metric metric, Optional<ThresholdRule> rule, int runs) {
            this.metric = metric;
            this.rule = rule;
            this.forks = new double[runs][];
        }
    }

    /**
     * The series that any of the runs to judge has and that are judged.
     *
     * @param pooled the runs that are judged as one, oldest first
     */
    List<History> load(List<Long> pooled, ChangePointStore changePoints, ThresholdRules rules) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < window.length; i++) {
            places.put(window[i], i);
        }
        Map<Long, Candidate> candidates = candidates(pooled, rules);
        long[] seriesIds =
                candidates.keySet().stream().mapToLong(Long::longValue).toArray();
        handle.createQuery("""
            select series_id, run_id, forks
            from point
            where project_id = :projectId and run_id = any (:runIds) and series_id = any (:seriesIds)
            """)
                .bind("projectId", run.projectId())
                .bind("runIds", window)
                .bind("seriesIds", seriesIds)
                .setFetchSize(5_000)
                .scanResultSet((points, context) -> {
                    ResultSet rows = points.get();
                    while (rows.next()) {
                        Candidate candidate = requireNonNull(candidates.get(rows.getLong("series_id")));
                        int place = requireNonNull(places.get(rows.getLong("run_id")));
                        candidate.forks[place] = Columns.numbers(rows, "forks");
                    }
                    return candidates;
                });
        Map<Long, List<StoredChangePoint>> stored = changePoints.inRuns(seriesIds, window);
        List<History> histories = new ArrayList<>(candidates.size());
        candidates.forEach((seriesId, candidate) -> histories.add(new History(
                seriesId,
                candidate.metric,
                candidate.forks,
                candidate.values,
                stored.getOrDefault(seriesId, List.of()),
                candidate.rule)));
        return histories;
    }

    private Map<Long, Candidate> candidates(List<Long> pooled, ThresholdRules rules) {
        Map<Long, Direction> turned = new HashMap<>();
        Map<Long, Candidate> found = candidates(pooled, rules, turned);
        keep(turned);
        return found;
    }

    private Map<Long, Candidate> candidates(List<Long> pooled, ThresholdRules rules, Map<Long, Direction> turned) {
        return handle.createQuery("""
            select series_id, benchmark.name as benchmark, metric, unit, symbol, direction, forks
            from point
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = :projectId and run_id = any (:runIds) and judged
            order by series_id, run_id
            """)
                .bind("projectId", run.projectId())
                .bindArray("runIds", Long.class, pooled)
                .scanResultSet((points, context) -> {
                    Map<Long, Candidate> candidates = new LinkedHashMap<>();
                    ResultSet rows = points.get();
                    while (rows.next()) {
                        long seriesId = rows.getLong("series_id");
                        if (!candidates.containsKey(seriesId)) {
                            Metric byUnit = new Metric(rows.getString("metric"), Unit.of(rows.getString("unit")));
                            Optional<ThresholdRule> rule =
                                    rules.find(rows.getString("benchmark"), byUnit.name(), run.environment());
                            Metric metric =
                                    rule.map(each -> each.directed(byUnit)).orElse(byUnit);
                            Direction direction = metric.unit().direction();
                            if (direction != Direction.valueOf(rows.getString("direction"))) {
                                turned.put(seriesId, direction);
                            }
                            candidates.put(seriesId, new Candidate(metric, rule, window.length));
                        }
                        requireNonNull(candidates.get(seriesId)).values.add(Columns.numbers(rows, "forks"));
                    }
                    return candidates;
                });
    }

    /** Keeps the directions that rules, or what is known of a unit, have changed: pages and lists show the one that is judged by. */
    private void keep(Map<Long, Direction> turned) {
        if (turned.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
            update series
            set direction = :direction
            where project_id = :projectId and series_id = :seriesId
            """);
        turned.forEach((seriesId, direction) -> batch.bind("projectId", run.projectId())
                .bind("seriesId", seriesId)
                .bind("direction", direction.name())
                .add());
        batch.execute();
    }

    /** When the runs were measured, in seconds since 1970; queried only if a rule uses the age of runs. */
    Map<Long, Long> measuredAt(List<History> series) {
        if (series.stream().allMatch(one -> one.threshold().windowSeconds() == Long.MAX_VALUE)) {
            return Map.of();
        }
        return handle.createQuery("""
            select run_id, extract(epoch from coalesce(started_at, uploaded_at))::bigint as seconds
            from run
            where project_id = :projectId and run_id = any (:runIds)
            """)
                .bind("projectId", run.projectId())
                .bind(
                        "runIds",
                        LongStream.concat(Arrays.stream(window), LongStream.of(run.runId()))
                                .toArray())
                .reduceResultSet(new HashMap<>(), (seconds, row, context) -> {
                    seconds.put(row.getLong("run_id"), row.getLong("seconds"));
                    return seconds;
                });
    }
}
