package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** E4: constant code on real CI machines, each run judged by the runs before it, as it is and with +25 % put on it. */
final class ConstantCode {

    private static final int FEWEST_RUNS_BEFORE = 10;
    private static final int MOST_BASELINE_RUNS = 20;
    private static final double INJECTED = 1.25;
    private static final int COUNTS = 9;

    private final Map<String, List<HistorySeries>> suites = new TreeMap<>();
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());
    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    ConstantCode(List<HistorySeries> series) {
        for (HistorySeries one : series) {
            if (one.constantCode()) {
                suites.computeIfAbsent(one.source(), source -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    Table table() {
        Table table = new Table(
                "E4 Constant code on real CI machines",
                "suite",
                "judged",
                "alarms per 100",
                "with +25 % found",
                "suspected per 100",
                "with +25 % found",
                "ratio > 1.1: alarms",
                "found",
                "opened later per 100",
                "again");
        int[] total = new int[COUNTS];
        suites.forEach((source, series) -> {
            int[] counts = counts(series);
            for (int i = 0; i < total.length; i++) {
                total[i] += counts[i];
            }
            row(table, source, counts);
        });
        row(table, "all", total);
        return table;
    }

    private static void row(Table table, String name, int[] counts) {
        List<String> cells = new ArrayList<>(List.of(name, String.valueOf(counts[0])));
        for (int i = 1; i < counts.length; i++) {
            cells.add(String.format(Locale.ROOT, "%.2f", 100.0 * counts[i] / counts[0]));
        }
        table.row(cells.toArray(String[]::new));
    }

    /**
     * Judged; alarms and found by the verdict, by the newest run being suspected, and by the ratio to the run before; change
     * points that open later, and once more.
     */
    private int[] counts(List<HistorySeries> series) {
        int[] counts = new int[COUNTS];
        for (HistorySeries one : series) {
            ReplayedAlarms replayed = ReplayedAlarms.of(one, segmenter);
            counts[7] += replayed.later();
            counts[8] += replayed.again();
        }
        int runs = series.stream().mapToInt(one -> one.values().length).max().orElse(0);
        for (int run = FEWEST_RUNS_BEFORE; run < runs; run++) {
            List<Subject> asIs = new ArrayList<>();
            for (HistorySeries one : series) {
                if (run < one.values().length) {
                    asIs.add(new Subject(one.metric(), baseline(one, run), new double[] {one.values()[run]}));
                    counts[3] += suspected(one, run, 1) ? 1 : 0;
                    counts[4] += suspected(one, run, INJECTED) ? 1 : 0;
                }
            }
            counts[0] += asIs.size();
            counts[1] += regressed(asIs, -1);
            for (int i = 0; i < asIs.size(); i++) {
                counts[2] += regressed(injected(asIs, i), i);
                double[] last =
                        asIs.get(i).baseline().get(asIs.get(i).baseline().size() - 1);
                int sign = asIs.get(i).metric().unit().direction().worseSign();
                double ratio = Math.pow(asIs.get(i).candidate().get(0)[0] / last[0], sign);
                counts[5] += ratio > 1.1 ? 1 : 0;
                counts[6] += ratio * INJECTED > 1.1 ? 1 : 0;
            }
        }
        return counts;
    }

    private List<double[]> baseline(HistorySeries series, int run) {
        List<double[]> before = runs(series, run);
        Segmentation segmentation = segmenter.append(series.metric(), before, new int[0], 0);
        int start = Math.max(segmentation.currentSegmentStart(), run - MOST_BASELINE_RUNS);
        return before.subList(start, run);
    }

    private boolean suspected(HistorySeries series, int run, double factor) {
        int sign = series.metric().unit().direction().worseSign();
        List<double[]> runs = new ArrayList<>(runs(series, run));
        runs.add(new double[] {series.values()[run] * Math.pow(factor, sign)});
        return segmenter.append(series.metric(), runs, new int[0], 0).changePoints().stream()
                .anyMatch(point -> point.index() == run && point.worse());
    }

    private static List<double[]> runs(HistorySeries series, int count) {
        return Arrays.stream(series.values(), 0, count)
                .mapToObj(value -> new double[] {value})
                .toList();
    }

    private static List<Subject> injected(List<Subject> subjects, int which) {
        List<Subject> injected = new ArrayList<>(subjects);
        Subject subject = subjects.get(which);
        int sign = subject.metric().unit().direction().worseSign();
        injected.set(which, new Subject(subject.metric(), subject.baseline(), new double[] {
            subject.candidate().get(0)[0] * Math.pow(INJECTED, sign)
        }));
        return injected;
    }

    /** How many regressed, or whether the one did. */
    private int regressed(List<Subject> subjects, int only) {
        List<Outcome> outcomes = judge.judge(subjects).series().stream()
                .map(verdict -> verdict.outcome())
                .toList();
        return only >= 0
                ? outcomes.get(only) == Outcome.REGRESSED ? 1 : 0
                : (int) outcomes.stream()
                        .filter(outcome -> outcome == Outcome.REGRESSED)
                        .count();
    }
}
