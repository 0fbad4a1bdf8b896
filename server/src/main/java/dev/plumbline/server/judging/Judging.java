package dev.plumbline.server.judging;

import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.audit.FindingStore;
import dev.plumbline.server.change.ChangePointStore;
import dev.plumbline.server.change.EnvironmentShiftStore;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.change.StoredShift;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.judging.JudgingInput.History;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.queue.Job;
import dev.plumbline.server.queue.JobHandler;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGroup;
import dev.plumbline.server.regression.RegressionStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Judges a run in one transaction: loads its history, lets a pure function judge it, and puts the outcome in the place
 * of an earlier one. Runs of one environment are judged one after the other, whichever server does it.
 */
public final class Judging implements JobHandler {

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
    @Override
    public void handle(Job job) {
        database.execute(connection -> {
            Optional<RunToJudge> found = RunToJudge.load(connection, job.projectId(), job.runId());
            if (found.isPresent()) {
                lockEnvironment(connection, found.get());
                // What it is compared with may have moved while this waited.
                found = RunToJudge.load(connection, job.projectId(), job.runId());
            }
            if (found.isPresent()) {
                judge(connection, found.get());
            }
            Jobs.done(connection, job);
            PullRequestDeliveries.runChanged(connection, job.projectId(), job.runId());
        });
    }

    /** A run that can't be judged is news for the pull requests that it was made for. */
    @Override
    public void givenUp(Connection connection, Job job) throws SQLException {
        PullRequestDeliveries.runChanged(connection, job.projectId(), job.runId());
    }

    private void judge(Connection connection, RunToJudge run) throws SQLException {
        ThresholdRules rules = Thresholds.load(connection, run.projectId());
        if (run.onBaseBranch()) {
            judgeOnBaseBranch(connection, run, rules);
            return;
        }
        Ladder ladder = new Ladder(connection, run);
        Ladder.Step step = run.paired() ? ladder.pair() : ladder.climb(rules.mostRuns());
        List<Long> pooled = PooledRuns.of(connection, run);
        JudgingInput.Against against = run.paired()
                ? JudgingInput.Against.PAIR
                : step.ofBaseBranch() ? JudgingInput.Against.BASE_BRANCH : JudgingInput.Against.OTHER_BRANCH;
        JudgingResult result = judge.apply(input(connection, run, against, step.window(), pooled, rules));
        write(connection, run, result);
        Baselines.record(connection, run, step.baseline(), pooled);
        if (run.baselineEligible() && !run.judgedBefore()) {
            new ConcernedPullRequests(connection, run).ofOtherBranch();
        }
    }

    private void judgeOnBaseBranch(Connection connection, RunToJudge run, ThresholdRules rules) throws SQLException {
        RunWindow window = RunWindow.around(connection, run);
        ChangePointStore changePoints = new ChangePointStore(connection, run);
        EnvironmentShiftStore shifts = new EnvironmentShiftStore(connection, run);
        JudgingInput input =
                input(connection, run, JudgingInput.Against.OWN_SEGMENT, window, List.of(run.runId()), rules);
        JudgingResult result = judge.apply(input);
        write(connection, run, result);
        long[] seriesIds = input.series().stream().mapToLong(History::seriesId).toArray();
        Set<Long> changed = new HashSet<>(changePoints.replace(seriesIds, window.unsettled(), result.changePoints()));
        changed.addAll(shifts.replace(result.shifts().runs(), result.shifts().found()));
        if (!changed.isEmpty()) {
            RunPlaces places = RunPlaces.load(connection, run);
            new RegressionStore(connection, run, events)
                    .replace(
                            grouping.apply(changePoints.all(), places),
                            grouping.apply(ofSuite(shifts.all()), places),
                            places);
        }
        if (!run.judgedBefore()) {
            judgeNext(connection, run, window);
            changed.add(run.runId());
        }
        new ConcernedPullRequests(connection, run).ofBaseBranch(changed);
    }

    private static JudgingInput input(
            Connection connection,
            RunToJudge run,
            JudgingInput.Against against,
            RunWindow window,
            List<Long> pooled,
            ThresholdRules rules)
            throws SQLException {
        HistoryLoader loader = new HistoryLoader(connection, run, window.runs());
        List<History> series = loader.load(pooled, new ChangePointStore(connection, run), rules);
        return new JudgingInput(
                run.runId(),
                against,
                window.runs(),
                window.candidateIndex(),
                window.settledBefore(),
                new EnvironmentShiftStore(connection, run).all(),
                series,
                loader.measuredAt(series));
    }

    private static void write(Connection connection, RunToJudge run, JudgingResult result) throws SQLException {
        new VerdictStore(connection, run.projectId(), run.runId())
                .replace(
                        result,
                        ObservedDifference.between(
                                connection, run.projectId(), result.suite().baselineLastRun(), run.runId()));
        new FindingStore(connection, run.projectId(), run.runId()).compareWithBaseline();
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
}
