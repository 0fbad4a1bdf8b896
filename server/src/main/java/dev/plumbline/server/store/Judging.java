package dev.plumbline.server.store;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.store.JudgingInput.History;
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
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run in one transaction: loads its history, lets a pure function judge it, and puts the outcome in the place
 * of an earlier one. Runs of one environment are judged one after the other, whichever server does it.
 */
public final class Judging {

    private final Database database;
    private final Function<JudgingInput, JudgingResult> judge;
    private final BiFunction<List<StoredChangePoint>, RunPlaces, List<RegressionGroup>> grouping;
    private final RegressionEvents events;

    /**
     * Judging with its two decisions given.
     *
     * @param judge decides what is said of a run
     * @param grouping decides which change points, given in the order of their runs and with the places of these, are one regression
     * @param events writes down what happens to regressions
     */
    public Judging(
            Database database,
            Function<JudgingInput, JudgingResult> judge,
            BiFunction<List<StoredChangePoint>, RunPlaces, List<RegressionGroup>> grouping,
            RegressionEvents events) {
        this.database = database;
        this.judge = judge;
        this.grouping = grouping;
        this.events = events;
    }

    /** Does a job of the kind {@link Jobs#JUDGE}. */
    public void judge(Job job) {
        database.execute(connection -> {
            Optional<RunToJudge> found = RunToJudge.load(connection, job.projectId(), job.runId());
            if (found.isPresent()) {
                judge(connection, found.get());
            }
            Jobs.done(connection, job);
        });
    }

    private void judge(Connection connection, RunToJudge run) throws SQLException {
        lockEnvironment(connection, run);
        ThresholdRules rules = Thresholds.load(connection, run.projectId());
        RunWindow window = run.onBaseBranch()
                ? RunWindow.around(connection, run)
                : RunWindow.upToAncestor(connection, run, rules.mostRuns());
        ChangePointStore changePoints = new ChangePointStore(connection, run);
        EnvironmentShiftStore shifts = new EnvironmentShiftStore(connection, run);
        List<History> series = histories(connection, run, window, changePoints, rules);
        JudgingResult result = judge.apply(new JudgingInput(
                run.runId(),
                run.onBaseBranch(),
                window.runs(),
                window.candidateIndex(),
                window.settledBefore(),
                shifts.all(),
                series,
                measuredAt(connection, run, window, series)));
        new VerdictStore(connection, run.projectId(), run.runId())
                .replace(
                        result,
                        ObservedDifference.between(
                                connection, run.projectId(), result.suite().baselineLastRun(), run.runId()));
        new FindingStore(connection, run.projectId(), run.runId()).compareWithBaseline();
        if (run.onBaseBranch()) {
            long[] seriesIds = series.stream().mapToLong(History::seriesId).toArray();
            boolean moved = changePoints.replace(seriesIds, window.unsettled(), result.changePoints());
            boolean shifted =
                    shifts.replace(result.shifts().runs(), result.shifts().found());
            if (moved || shifted) {
                RunPlaces places = RunPlaces.load(connection, run);
                new RegressionStore(connection, run, events)
                        .replace(
                                grouping.apply(changePoints.all(), places),
                                grouping.apply(ofSuite(shifts.all()), places),
                                places);
            }
            if (!run.judgedBefore()) {
                judgeNext(connection, run, window);
            }
        }
    }

    /** The shifts as change points of one series, the suite. */
    private static List<StoredChangePoint> ofSuite(List<StoredShift> shifts) {
        List<StoredChangePoint> points = new ArrayList<>();
        double level = 1;
        for (StoredShift shift : shifts) {
            points.add(shift.asChangePoint(level));
            level *= shift.ratio();
        }
        return points;
    }

    private static void lockEnvironment(Connection connection, RunToJudge run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from environment where project_id = ? and environment_id = ? for no key update
                """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.executeQuery().close();
        }
    }

    /** A backfilled run changes what the run behind it is compared with, so that one is judged again. */
    private static void judgeNext(Connection connection, RunToJudge run, RunWindow window) throws SQLException {
        int next = window.candidateIndex() + 1;
        if (next >= window.runs().length) {
            return;
        }
        Optional<RunToJudge> following = RunToJudge.load(connection, run.projectId(), window.runs()[next]);
        if (following.isPresent() && following.get().judgedBefore()) {
            Jobs.enqueue(connection, run.projectId(), Jobs.JUDGE, window.runs()[next]);
        }
    }

    /** Asked for only where a rule looks at the age of runs. */
    private static Map<Long, Long> measuredAt(
            Connection connection, RunToJudge run, RunWindow window, List<History> series) throws SQLException {
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
            Stream<Long> runs = Stream.concat(Arrays.stream(window.runs()).boxed(), Stream.of(run.runId()));
            statement.setArray(2, connection.createArrayOf("bigint", runs.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seconds.put(rows.getLong("run_id"), rows.getLong("seconds"));
                }
            }
        }
        return seconds;
    }

    private static List<History> histories(
            Connection connection,
            RunToJudge run,
            RunWindow window,
            ChangePointStore changePoints,
            ThresholdRules rules)
            throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < window.runs().length; i++) {
            places.put(window.runs()[i], i);
        }
        Map<Long, Candidate> candidates = candidates(connection, run, window.runs().length);
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
        Map<Long, List<StoredChangePoint>> stored = changePoints.inRuns(seriesIds, window.runs());
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

    /** A series of the run to judge, before its history is there. */
    private static final class Candidate {

        private final String benchmark;
        private final Metric metric;
        private final double[] values;
        private final double[] @Nullable [] forks;

        Candidate(String benchmark, Metric metric, double[] values, int runs) {
            this.benchmark = benchmark;
            this.metric = metric;
            this.values = values;
            this.forks = new double[runs][];
        }
    }

    private static Map<Long, Candidate> candidates(Connection connection, RunToJudge run, int runs)
            throws SQLException {
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select series_id, benchmark.name as benchmark, metric, unit, symbol, direction, forks
                from point
                    join series using (project_id, series_id)
                    join benchmark using (project_id, benchmark_id)
                where project_id = ? and run_id = ? and judged
                order by series_id
                """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.runId());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Unit unit = new Unit(
                            rows.getString("unit"),
                            rows.getString("unit"),
                            1,
                            Direction.valueOf(rows.getString("direction")),
                            true);
                    candidates.put(
                            rows.getLong("series_id"),
                            new Candidate(
                                    rows.getString("benchmark"),
                                    new Metric(rows.getString("metric"), unit),
                                    Columns.numbers(rows, "forks"),
                                    runs));
                }
            }
        }
        return candidates;
    }
}
