package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.BaselineRuns;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.suite.AlignedSeries;
import dev.plumbline.analysis.suite.EnvironmentShift;
import dev.plumbline.analysis.suite.SuiteHistory;
import dev.plumbline.analysis.suite.SuiteJudge;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * E4: constant code on real CI machines that was measured among other benchmarks, each new run judged by the runs before it, as it is and with
 * what the suite shares taken out, without and with +25 % put on its newest run.
 */
final class ConstantCodeInSuites {

    private static final int FEWEST_RUNS_BEFORE = 10;
    private static final int MOST_BASELINE_RUNS = 20;
    private static final double INJECTED = Math.log(1.25);
    private static final SegmentationSettings SETTINGS = SegmentationSettings.defaults();

    private final Map<String, List<HistorySeries>> suites = new LinkedHashMap<>();
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());
    private final SuiteJudge suiteJudge = new SuiteJudge(JudgeSettings.defaults());
    private final Segmenter segmenter = new Segmenter(SETTINGS);

    /** What was said in how many cases. */
    private static final class Counts {
        private int judged;
        private int alarms;
        private int found;
        private int suspected;
        private int suspectedInjected;
    }

    ConstantCodeInSuites(List<HistorySeries> histories) {
        Map<String, List<HistorySeries>> sources = new LinkedHashMap<>();
        histories.forEach(history -> sources.computeIfAbsent(history.source(), source -> new ArrayList<>())
                .add(history));
        sources.forEach((source, members) -> {
            if (members.size() >= 5 && members.stream().anyMatch(HistorySeries::constantCode)) {
                suites.put(source, members);
            }
        });
    }

    Table table() {
        Table table = new Table(
                "E4 Constant code among other benchmarks, per 100 runs",
                "suite",
                "judged",
                "alarms",
                "taken out",
                "with +25 % found",
                "taken out",
                "suspected",
                "taken out",
                "with +25 % suspected",
                "taken out");
        suites.forEach((source, members) -> {
            double[] dates = members.stream()
                    .flatMapToDouble(member -> Arrays.stream(member.dates()))
                    .distinct()
                    .sorted()
                    .toArray();
            List<AlignedSeries> suite = members.stream()
                    .map(member -> CommonModeAccuracy.aligned(member, dates))
                    .toList();
            Counts asIs = new Counts();
            Counts takenOut = new Counts();
            for (int which = 0; which < suite.size(); which++) {
                if (members.get(which).constantCode()) {
                    for (int run = FEWEST_RUNS_BEFORE; run < dates.length; run++) {
                        if (suite.get(which).runs().get(run).length > 0) {
                            count(suite, which, run, asIs, takenOut);
                        }
                    }
                }
            }
            table.row(
                    source,
                    String.valueOf(asIs.judged),
                    share(asIs.alarms, asIs.judged),
                    share(takenOut.alarms, asIs.judged),
                    share(asIs.found, asIs.judged),
                    share(takenOut.found, asIs.judged),
                    share(asIs.suspected, asIs.judged),
                    share(takenOut.suspected, asIs.judged),
                    share(asIs.suspectedInjected, asIs.judged),
                    share(takenOut.suspectedInjected, asIs.judged));
        });
        return table;
    }

    private void count(List<AlignedSeries> suite, int which, int run, Counts asIs, Counts takenOut) {
        for (boolean injected : new boolean[] {false, true}) {
            List<AlignedSeries> upToHere = new ArrayList<>();
            for (int i = 0; i < suite.size(); i++) {
                upToHere.add(upTo(suite.get(i), run, injected && i == which ? INJECTED : 0));
            }
            note(asIs, upToHere.get(which), upToHere.get(which).runs(), injected, SuiteVerdict.NONE);
            SuiteHistory history = SuiteHistory.of(upToHere, SETTINGS);
            List<ChangePoint> shifts =
                    history.shifts().stream().map(EnvironmentShift::point).toList();
            SuiteVerdict verdict =
                    suiteJudge.judge(history, BaselineRuns.onBaseBranch(shifts, run, MOST_BASELINE_RUNS), run);
            note(takenOut, upToHere.get(which), history.assuming(run, verdict).under(which, run), injected, verdict);
        }
    }

    private void note(
            Counts counts, AlignedSeries series, List<double[]> values, boolean injected, SuiteVerdict suite) {
        List<double[]> runs = values.stream().filter(forks -> forks.length > 0).toList();
        int last = runs.size() - 1;
        List<ChangePoint> points = segmenter.segment(series.metric(), runs).changePoints();
        boolean suspected = points.stream().anyMatch(point -> point.index() == last && point.worse());
        BaselineRuns baseline = BaselineRuns.onBaseBranch(points, last, MOST_BASELINE_RUNS);
        List<Subject> subjects =
                List.of(new Subject(series.metric(), runs.subList(baseline.from(), baseline.to()), runs.get(last)));
        List<Verdict> verdicts =
                suiteJudge.inLightOf(suite, subjects, judge.judge(subjects).series());
        boolean regressed = verdicts.get(0).outcome() == Outcome.REGRESSED;
        if (injected) {
            counts.found += regressed ? 1 : 0;
            counts.suspectedInjected += suspected ? 1 : 0;
        } else {
            counts.judged++;
            counts.alarms += regressed ? 1 : 0;
            counts.suspected += suspected ? 1 : 0;
        }
    }

    private static AlignedSeries upTo(AlignedSeries series, int run, double step) {
        List<double[]> runs = new ArrayList<>(series.runs().subList(0, run + 1));
        if (step != 0) {
            double factor = Math.exp(series.metric().unit().direction().worseSign() * step);
            runs.set(
                    run,
                    Arrays.stream(runs.get(run)).map(value -> value * factor).toArray());
        }
        return new AlignedSeries(series.metric(), runs);
    }

    private static String share(int part, int whole) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * part / Math.max(1, whole));
    }
}
