package dev.plumbline.server.judging;

import dev.plumbline.analysis.judge.BaselineRuns;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.suite.AlignedSeries;
import dev.plumbline.analysis.suite.EnvironmentShift;
import dev.plumbline.analysis.suite.SuiteHistory;
import dev.plumbline.analysis.suite.SuiteJudge;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.server.change.StoredShift;
import dev.plumbline.server.judging.JudgingInput.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the benchmarks of a run share.
 *
 * @param conditions the window's runs with it separated
 * @param verdict the verdict on it
 * @param baselineLastRun the last run that it was compared with, 0 when there is none
 * @param shifts its unsettled shifts; none if the run is not on the base branch
 */
record SuiteMovement(SuiteHistory conditions, SuiteVerdict verdict, long baselineLastRun, JudgingResult.Shifts shifts) {

    /** The runs that a suite's movement is compared with, as many as the default test's for series. */
    private static final int MOST_RUNS = DefaultTest.STANDARD.mostRuns();

    /** Runs that a suspected shift is reported from. One run in ten is made on a bad machine, hardly ever three in a row. */
    private static final int FEWEST_RUNS = 3;

    /** Runs before it that a suspected shift is reported from: fewer have not seen what the machines do. */
    private static final int FEWEST_RUNS_BEFORE = 15;

    static SuiteMovement of(JudgingInput input, SegmentationSettings settings, SuiteJudge judge) {
        List<AlignedSeries> suite = new ArrayList<>();
        for (History history : input.series()) {
            suite.add(new AlignedSeries(history.metric(), runs(history, input.base())));
        }
        int candidate = input.candidateIndex();
        int searchedFrom = input.base() ? input.settledBefore() : input.runs().length + 1;
        int[] frozen = input.against() == JudgingInput.Against.OTHER_BRANCH
                ? found(suite, input.runs().length, settings)
                : settled(input, searchedFrom);
        SuiteHistory history = SuiteHistory.of(suite, settings, frozen, searchedFrom);
        BaselineRuns baseline = input.base()
                ? BaselineRuns.onBaseBranch(
                        history.shifts().stream().map(EnvironmentShift::point).toList(), input.commitFrom(), MOST_RUNS)
                : BaselineRuns.elsewhere(frozen, candidate, MOST_RUNS);
        SuiteVerdict verdict = judge.judge(history, baseline, candidate);
        return new SuiteMovement(
                history.assuming(candidate, verdict),
                verdict,
                baseline.to() == 0 ? 0 : input.runs()[baseline.to() - 1],
                input.base() ? shifts(input, history) : new JudgingResult.Shifts(new long[0], List.of()));
    }

    /** The window's runs, and the run to judge behind them where it is not one of them. */
    private static List<double[]> runs(History history, boolean base) {
        List<double[]> runs = new ArrayList<>(history.forks().length + 1);
        for (double[] forks : history.forks()) {
            runs.add(forks == null ? new double[0] : forks);
        }
        if (!base) {
            runs.add(history.candidates().stream()
                    .flatMapToDouble(Arrays::stream)
                    .toArray());
        }
        return runs;
    }

    /** The places of the shifts among the first runs of a suite, of which none are stored. */
    private static int[] found(List<AlignedSeries> suite, int runs, SegmentationSettings settings) {
        List<AlignedSeries> window = suite.stream()
                .map(series -> new AlignedSeries(series.metric(), series.runs().subList(0, runs)))
                .toList();
        return SuiteHistory.of(window, settings).shifts().stream()
                .mapToInt(shift -> shift.point().index())
                .toArray();
    }

    /** The places of the stored shifts in the window, before a limit. */
    private static int[] settled(JudgingInput input, int limit) {
        Map<Long, Integer> places = new HashMap<>();
        for (int place = 1; place < Math.min(limit, input.runs().length); place++) {
            places.put(input.runs()[place], place);
        }
        return input.shifts().stream()
                .map(StoredShift::runId)
                .filter(places::containsKey)
                .mapToInt(places::get)
                .sorted()
                .toArray();
    }

    private static JudgingResult.Shifts shifts(JudgingInput input, SuiteHistory history) {
        long[] runs = new long[input.runs().length];
        int count = 0;
        for (int place = input.settledBefore(); place < runs.length; place++) {
            if (history.shared().known(place)) {
                runs[count++] = input.runs()[place];
            }
        }
        List<StoredShift> found = history.shifts().stream()
                .filter(shift -> shift.point().index() >= input.settledBefore() && lasts(shift.point(), history))
                .map(shift -> stored(shift, input.runs(), history))
                .toList();
        return new JudgingResult.Shifts(Arrays.copyOf(runs, count), found);
    }

    /** Whether a shift is more than the one run of a bad machine, which the run's own verdict tells of. */
    private static boolean lasts(ChangePoint point, SuiteHistory history) {
        int known = 0;
        for (int run = point.index(); run < history.shared().movement().length; run++) {
            known += history.shared().known(run) ? 1 : 0;
        }
        return point.state() == ChangePoint.State.CONFIRMED
                || (known >= FEWEST_RUNS && point.index() >= FEWEST_RUNS_BEFORE);
    }

    private static StoredShift stored(EnvironmentShift shift, long[] runs, SuiteHistory history) {
        ChangePoint point = shift.point();
        int previous = point.index() - 1;
        while (previous > 0 && !history.shared().known(previous)) {
            previous--;
        }
        return new StoredShift(
                runs[point.index()],
                runs[previous],
                runs[point.earliest()],
                runs[point.latest()],
                point.state(),
                point.ratio(),
                point.ratioLow(),
                point.ratioHigh(),
                point.pValue(),
                point.worse(),
                shift.moved(),
                shift.series());
    }
}
