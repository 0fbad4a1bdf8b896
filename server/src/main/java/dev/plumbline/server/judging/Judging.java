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
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.queue.Job;
import dev.plumbline.server.queue.JobHandler;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGroup;
import dev.plumbline.server.regression.RegressionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Judges a run in one transaction: loads its history, lets a pure function judge it, and replaces the earlier outcome
 * with the new one. Runs of one environment are judged one after the other, whichever server does so.
 */
public final class Judging implements JobHandler {

    private final Database database;
    private final Function<JudgingInput, JudgingResult> judge;
    private final BiFunction<List<StoredChangePoint>, RunPlaces, List<RegressionGroup>> grouping;
    private final RegressionEvents events;
    private final List<JudgedRunListener> listeners;

    /**
     * Judging with its two decisions given.
     *
     * @param judge decides the verdict on a run
     * @param grouping decides which change points, given in the order of their runs and with the places of these, are one regression
     * @param events records what happens to regressions
     * @param listeners are told of each judged run
     */
    public Judging(
            Database database,
            Function<JudgingInput, JudgingResult> judge,
            BiFunction<List<StoredChangePoint>, RunPlaces, List<RegressionGroup>> grouping,
            RegressionEvents events,
            List<JudgedRunListener> listeners) {
        this.database = database;
        this.judge = judge;
        this.grouping = grouping;
        this.events = events;
        this.listeners = List.copyOf(listeners);
    }

    /** Does a job of the kind {@link Jobs#JUDGE}. */
    @Override
    public void handle(Job job) {
        database.execute(handle -> {
            Optional<RunToJudge> found = RunToJudge.load(handle, job.projectId(), job.runId());
            if (found.isPresent()) {
                lockEnvironment(handle, found.get());
                // What it is compared with may have moved while this waited.
                found = RunToJudge.load(handle, job.projectId(), job.runId());
            }
            if (found.isPresent()) {
                judge(handle, found.get());
                new Removals(handle, job.projectId()).measuredAgain(job.runId());
                for (JudgedRunListener listener : listeners) {
                    listener.judged(handle, found.get());
                }
                AbsentBenchmarks.count(handle, job.projectId(), job.runId());
            }
            Jobs.done(handle, job);
            PullRequestDeliveries.runChanged(handle, job.projectId(), job.runId());
        });
    }

    /** A run that can't be judged is news for the pull requests that it was made for. */
    @Override
    public void givenUp(Handle handle, Job job) {
        PullRequestDeliveries.runChanged(handle, job.projectId(), job.runId());
    }

    private void judge(Handle handle, RunToJudge run) {
        ThresholdRules rules = Thresholds.load(handle, run.projectId());
        if (run.onBaseBranch()) {
            judgeOnBaseBranch(handle, run, rules);
            return;
        }
        List<Long> pooled = PooledRuns.of(handle, run);
        HistoryLoader loader = new HistoryLoader(handle, run, pooled, rules);
        Ladder ladder = new Ladder(handle, run, loader.series());
        Ladder.Step step = run.paired() ? ladder.pair() : ladder.climb(rules.mostRuns());
        JudgingInput.Against against = run.paired()
                ? JudgingInput.Against.PAIR
                : step.ofBaseBranch() ? JudgingInput.Against.BASE_BRANCH : JudgingInput.Against.OTHER_BRANCH;
        JudgingResult result = judge.apply(input(handle, run, against, loader, step.window()));
        write(handle, run, result);
        Baselines.record(handle, run, step.baseline(), pooled);
        if (run.baselineEligible() && !run.judgedBefore()) {
            new ConcernedPullRequests(handle, run).ofOtherBranch();
        }
    }

    private void judgeOnBaseBranch(Handle handle, RunToJudge run, ThresholdRules rules) {
        HistoryLoader loader = new HistoryLoader(handle, run, List.of(run.runId()), rules);
        RunWindow window = RunWindow.around(handle, run, loader.series());
        ChangePointStore changePoints = new ChangePointStore(handle, run);
        EnvironmentShiftStore shifts = new EnvironmentShiftStore(handle, run);
        JudgingInput input = input(handle, run, JudgingInput.Against.OWN_SEGMENT, loader, window);
        JudgingResult result = judge.apply(input);
        write(handle, run, result);
        Set<Long> changed = new HashSet<>(changePoints.replace(unsettled(input), result.changePoints()));
        changed.addAll(shifts.replace(result.shifts().runs(), result.shifts().found()));
        if (!changed.isEmpty()) {
            RunPlaces places = RunPlaces.load(handle, run);
            new RegressionStore(handle, run, events)
                    .replace(
                            grouping.apply(changePoints.all(), places),
                            grouping.apply(ofSuite(shifts.all()), places),
                            places);
        }
        if (!run.judgedBefore()) {
            judgeNext(handle, run, window);
            changed.add(run.runId());
        }
        new ConcernedPullRequests(handle, run).ofBaseBranch(changed);
    }

    private static JudgingInput input(
            Handle handle, RunToJudge run, JudgingInput.Against against, HistoryLoader loader, RunWindow asked) {
        HistoryLoader.Loaded loaded = loader.load(asked, new ChangePointStore(handle, run));
        RunWindow window = loaded.window();
        boolean[] all = new boolean[window.length()];
        Arrays.fill(all, true);
        JudgingInput whole = new JudgingInput(
                run.runId(),
                against,
                window.runs(),
                window.positions(),
                window.commitFrom(),
                window.candidateIndex(),
                window.settledBefore(all),
                new EnvironmentShiftStore(handle, run).all(),
                loaded.series(),
                loader.measuredAt(loaded));
        return MarkedHistories.of(handle, run, whole);
    }

    /** The stored change points that are decided again. */
    private static List<StoredChangePoint> unsettled(JudgingInput input) {
        Map<Long, Integer> places = new HashMap<>();
        for (int place = 0; place < input.runs().length; place++) {
            places.put(input.runs()[place], place);
        }
        return input.series().stream()
                .flatMap(series -> series.changePoints().stream()
                        .filter(point -> places.getOrDefault(point.runId(), -1) >= series.settledBefore()))
                .toList();
    }

    private static void write(Handle handle, RunToJudge run, JudgingResult result) {
        new VerdictStore(handle, run.projectId(), run.runId())
                .replace(
                        result,
                        run.uploads(),
                        ObservedDifference.between(
                                handle, run.projectId(), result.suite().baselineLastRun(), run.runId()));
        new FindingStore(handle, run.projectId(), run.runId()).compareWithBaseline();
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

    private static void lockEnvironment(Handle handle, RunToJudge run) {
        handle.createQuery("""
            select 1 from environment
            where project_id = :projectId and environment_id = :environmentId
            for no key update
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .mapTo(int.class)
                .list();
    }

    /** A backfilled run changes what the run after it is compared with, so that one is judged again. */
    private static void judgeNext(Handle handle, RunToJudge run, RunWindow window) {
        int next = window.candidateIndex() + 1;
        if (next >= window.length()) {
            return;
        }
        long nextRun = window.places().get(next).runId();
        Optional<RunToJudge> following = RunToJudge.load(handle, run.projectId(), nextRun);
        if (following.isPresent() && following.get().judgedBefore()) {
            Jobs.enqueue(handle, run.projectId(), Jobs.JUDGE, nextRun);
        }
    }
}
