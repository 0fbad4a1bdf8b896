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

    /** How often a window is made longer for series that were seldom measured: nightly ones, then weekly ones. */
    private static final int MOST_EXTENSIONS = 3;

    private final Handle handle;
    private final RunToJudge run;
    private final Map<Long, Candidate> candidates;

    /**
     * A loader of the series that any of the runs to judge has and that are judged.
     *
     * @param pooled the runs that are judged as one, oldest first
     */
    HistoryLoader(Handle handle, RunToJudge run, List<Long> pooled, ThresholdRules rules) {
        this.handle = handle;
        this.run = run;
        this.candidates = candidates(pooled, rules);
    }

    /** A series of the runs to judge, before its history is loaded. */
    private static final class Candidate {

        private final Metric metric;
        private final Optional<ThresholdRule> rule;
        private final List<double[]> values = new ArrayList<>();
        private double[] @Nullable [] forks = new double[0][];

        Candidate(Metric metric, Optional<ThresholdRule> rule) {
            this.metric = metric;
            this.rule = rule;
        }

        /** Makes room in front for the older runs of a longer window. */
        void lengthen(int length) {
            double[] @Nullable [] longer = new double[length][];
            System.arraycopy(forks, 0, longer, length - forks.length, forks.length);
            forks = longer;
        }

        boolean[] measured() {
            boolean[] measured = new boolean[forks.length];
            for (int place = 0; place < forks.length; place++) {
                measured[place] = forks[place] != null;
            }
            return measured;
        }
    }

    /** The series. */
    long[] series() {
        return candidates.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * The window that was loaded.
     *
     * @param window the one that was asked for, with older runs in front if series needed them
     * @param series the series over this window
     */
    record Loaded(RunWindow window, List<History> series) {}

    /** Loads the series over a window. */
    Loaded load(RunWindow asked, ChangePointStore changePoints) {
        RunWindow window = asked;
        candidates.values().forEach(candidate -> candidate.lengthen(asked.length()));
        read(window, window.length(), series());
        for (int extension = 0; extension < MOST_EXTENSIONS; extension++) {
            long[] seldom = seldom(window);
            RunWindow longer = seldom.length == 0 ? window : window.before(handle, run, seldom);
            if (longer.length() == window.length()) {
                break;
            }
            int older = longer.length() - window.length();
            window = longer;
            for (Candidate candidate : candidates.values()) {
                candidate.lengthen(longer.length());
            }
            read(window, older, seldom);
        }
        return new Loaded(window, histories(window, changePoints));
    }

    private List<History> histories(RunWindow window, ChangePointStore changePoints) {
        Map<Long, List<StoredChangePoint>> stored = changePoints.inRuns(series(), window.runs());
        List<History> histories = new ArrayList<>(candidates.size());
        candidates.forEach((seriesId, candidate) -> histories.add(new History(
                seriesId,
                candidate.metric,
                candidate.forks,
                candidate.values,
                window.settledBefore(candidate.measured()),
                stored.getOrDefault(seriesId, List.of()),
                candidate.rule)));
        return histories;
    }

    /** The series that were measured at fewer commits than may count, if the window is as long as it may be. */
    private long[] seldom(RunWindow window) {
        boolean[] any = new boolean[window.length()];
        Arrays.fill(any, true);
        if (window.commitsBefore(any) < window.most()) {
            return new long[0];
        }
        return candidates.entrySet().stream()
                .filter(entry -> window.commitsBefore(entry.getValue().measured()) < window.most())
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    /** Reads the points of series in the first runs of a window. */
    private void read(RunWindow window, int length, long[] series) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < length; i++) {
            places.put(window.places().get(i).runId(), i);
        }
        handle.createQuery("""
            select series_id, run_id, array_send(forks)
            from point
            where project_id = :projectId and run_id = any (:runIds) and series_id = any (:seriesIds)
            """)
                .bind("projectId", run.projectId())
                .bind("runIds", Arrays.copyOf(window.runs(), length))
                .bind("seriesIds", series)
                .setFetchSize(5_000)
                .scanResultSet((points, context) -> {
                    ResultSet rows = points.get();
                    while (rows.next()) {
                        Candidate candidate = requireNonNull(candidates.get(rows.getLong(1)));
                        int place = requireNonNull(places.get(rows.getLong(2)));
                        candidate.forks[place] = Columns.sentNumbers(rows, 3);
                    }
                    return length;
                });
    }

    private Map<Long, Candidate> candidates(List<Long> pooled, ThresholdRules rules) {
        Map<Long, Direction> turned = new HashMap<>();
        Map<Long, Candidate> found = candidates(pooled, rules, turned);
        keep(turned);
        return found;
    }

    /** In an order that doesn't depend on which upload brought a series first, so that sums come out the same. */
    private Map<Long, Candidate> candidates(List<Long> pooled, ThresholdRules rules, Map<Long, Direction> turned) {
        return handle.createQuery("""
            select series_id, benchmark.name as benchmark, metric, unit, symbol, direction, forks
            from point
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = :projectId and run_id = any (:runIds) and judged
            order by benchmark.identity, metric, unit, run_id
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
                            candidates.put(seriesId, new Candidate(metric, rule));
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
    Map<Long, Long> measuredAt(Loaded loaded) {
        if (loaded.series().stream().allMatch(one -> one.threshold().windowSeconds() == Long.MAX_VALUE)) {
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
                        LongStream.concat(Arrays.stream(loaded.window().runs()), LongStream.of(run.runId()))
                                .toArray())
                .reduceResultSet(new HashMap<>(), (seconds, row, context) -> {
                    seconds.put(row.getLong("run_id"), row.getLong("seconds"));
                    return seconds;
                });
    }
}
