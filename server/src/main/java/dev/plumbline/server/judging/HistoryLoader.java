package dev.plumbline.server.judging;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.change.ChangePointStore;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.judging.JudgingInput.History;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the series of the runs to judge with their values in a window, with a fixed number of queries. */
final class HistoryLoader {

    private final Connection connection;
    private final RunToJudge run;
    private final long[] window;

    HistoryLoader(Connection connection, RunToJudge run, long[] window) {
        this.connection = connection;
        this.run = run;
        this.window = window;
    }

    /** A series of the runs to judge, before its history is there. */
    private static final class Candidate {

        private final String benchmark;
        private final Metric metric;
        private final List<double[]> values = new ArrayList<>();
        private final double[] @Nullable [] forks;

        Candidate(String benchmark, Metric metric, int runs) {
            this.benchmark = benchmark;
            this.metric = metric;
            this.forks = new double[runs][];
        }
    }

    /**
     * The series that any of the runs to judge has and that are judged.
     *
     * @param pooled the runs that are judged as one, oldest first
     */
    List<History> load(List<Long> pooled, ChangePointStore changePoints, ThresholdRules rules) throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < window.length; i++) {
            places.put(window[i], i);
        }
        Map<Long, Candidate> candidates = candidates(pooled);
        Long[] seriesIds = candidates.keySet().toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement("""
            select series_id, run_id, forks
            from point
            where project_id = ? and run_id = any (?) and series_id = any (?)
            """)) {
            statement.setFetchSize(5_000);
            statement.setLong(1, run.projectId());
            statement.setArray(
                    2, connection.createArrayOf("bigint", places.keySet().toArray()));
            statement.setArray(3, connection.createArrayOf("bigint", seriesIds));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Candidate candidate = requireNonNull(candidates.get(rows.getLong("series_id")));
                    int place = requireNonNull(places.get(rows.getLong("run_id")));
                    candidate.forks[place] = Columns.numbers(rows, "forks");
                }
            }
        }
        Map<Long, List<StoredChangePoint>> stored = changePoints.inRuns(seriesIds, window);
        List<History> histories = new ArrayList<>(candidates.size());
        candidates.forEach((seriesId, candidate) -> histories.add(new History(
                seriesId,
                candidate.metric,
                candidate.forks,
                candidate.values,
                stored.getOrDefault(seriesId, List.of()),
                rules.find(candidate.benchmark, candidate.metric.name(), run.environment()))));
        return histories;
    }

    private Map<Long, Candidate> candidates(List<Long> pooled) throws SQLException {
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select series_id, benchmark.name as benchmark, metric, unit, symbol, direction, forks
            from point
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = ? and run_id = any (?) and judged
            order by series_id, run_id
            """)) {
            statement.setLong(1, run.projectId());
            statement.setArray(2, connection.createArrayOf("bigint", pooled.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long seriesId = rows.getLong("series_id");
                    if (!candidates.containsKey(seriesId)) {
                        candidates.put(
                                seriesId, new Candidate(rows.getString("benchmark"), metric(rows), window.length));
                    }
                    requireNonNull(candidates.get(seriesId)).values.add(Columns.numbers(rows, "forks"));
                }
            }
        }
        return candidates;
    }

    private static Metric metric(ResultSet row) throws SQLException {
        Direction direction = Direction.valueOf(row.getString("direction"));
        return new Metric(
                row.getString("metric"), Unit.of(row.getString("unit")).with(direction));
    }

    /** When the runs were measured, in seconds since 1970; asked for only where a rule looks at the age of runs. */
    Map<Long, Long> measuredAt(List<History> series) throws SQLException {
        Map<Long, Long> seconds = new HashMap<>();
        if (series.stream().allMatch(one -> one.threshold().windowSeconds() == Long.MAX_VALUE)) {
            return seconds;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            select run_id, extract(epoch from coalesce(started_at, uploaded_at))::bigint as seconds
            from run
            where project_id = ? and run_id = any (?)
            """)) {
            statement.setLong(1, run.projectId());
            Stream<Long> runs = Stream.concat(Arrays.stream(window).boxed(), Stream.of(run.runId()));
            statement.setArray(2, connection.createArrayOf("bigint", runs.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seconds.put(rows.getLong("run_id"), rows.getLong("seconds"));
                }
            }
        }
        return seconds;
    }
}
