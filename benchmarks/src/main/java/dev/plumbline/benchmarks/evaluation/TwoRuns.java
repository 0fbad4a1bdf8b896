package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.detect.JudgeSettings;
import dev.plumbline.analysis.detect.RunJudge;
import dev.plumbline.analysis.detect.RunVerdict;
import dev.plumbline.analysis.detect.SeriesVerdict;
import dev.plumbline.analysis.detect.Subject;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E1: how often two runs of the same code are told apart, and how often a known shift is seen. */
final class TwoRuns {

    static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));

    private static final double[] SHIFTS = {1, 1.02, 1.05, 1.10, 1.20, 1 / 1.10};
    private static final int DRAWS = 20;
    private static final int[] FORKS = {2, 3, 5};
    private static final int HISTORY = 5;

    private final List<ForkData> benchmarks;
    private final long seed;
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());
    private final ReferenceRules rules = new ReferenceRules();

    TwoRuns(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    /** The table of percentages flagged. */
    Table table() {
        Table table = new Table(
                "E1 Two runs: percent flagged (seed %d, %d draws of %d benchmarks)"
                        .formatted(seed, DRAWS, benchmarks.size()),
                "rule",
                "forks",
                "same code",
                "+2 %",
                "+5 %",
                "+10 %",
                "+20 %",
                "÷1.1");
        for (int forks : FORKS) {
            print(table, forks, againstOneRun(forks));
        }
        print(table, 3, againstHistory(3));
        print(table, 1, againstHistory(1));
        return table;
    }

    private void print(Table table, int forks, Map<String, int[]> flagged) {
        double total = (double) benchmarks.size() * DRAWS;
        flagged.forEach((rule, counts) -> {
            List<String> cells = new ArrayList<>(List.of(rule, String.valueOf(forks)));
            Arrays.stream(counts)
                    .mapToObj(count -> String.format(Locale.ROOT, "%.1f", 100 * count / total))
                    .forEach(cells::add);
            table.row(cells.toArray(String[]::new));
        });
    }

    private Map<String, int[]> againstOneRun(int forks) {
        Map<String, int[]> flagged = new LinkedHashMap<>();
        RandomGenerator random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[][] drawn = new int[benchmarks.size()][];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = benchmarks.get(i).draw(2 * forks, random);
            }
            for (int s = 0; s < SHIFTS.length; s++) {
                List<Subject> subjects = new ArrayList<>();
                for (int i = 0; i < drawn.length; i++) {
                    ForkData data = benchmarks.get(i);
                    double[][] base = iterations(data, drawn[i], 0, forks, 1);
                    double[][] head = iterations(data, drawn[i], forks, 2 * forks, SHIFTS[s]);
                    count(flagged, "JMH 99.9 % intervals disjoint", s, rules.disjointIntervals(base, head));
                    count(
                            flagged,
                            "Welch, pooled iterations, p < .05",
                            s,
                            ReferenceRules.welchPooled(base, head) < .05);
                    count(
                            flagged,
                            "Mann-Whitney, pooled iterations, p < .05",
                            s,
                            ReferenceRules.mannWhitneyPooled(base, head) < .05);
                    double p = ReferenceRules.studentForks(means(base), means(head));
                    count(flagged, "t on log fork means, p < .05", s, p < .05);
                    count(flagged, "t on log fork means, p < .01", s, p < .01);
                    subjects.add(new Subject(TIME, List.of(means(base)), means(head)));
                }
                countOurs(flagged, s, judge.judge(subjects), "");
            }
        }
        return flagged;
    }

    private Map<String, int[]> againstHistory(int forks) {
        Map<String, int[]> flagged = new LinkedHashMap<>();
        RandomGenerator random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            List<List<double[]>> histories = new ArrayList<>();
            List<double[]> candidates = new ArrayList<>();
            for (ForkData data : benchmarks) {
                List<double[]> history = new ArrayList<>();
                for (int run = 0; run < HISTORY; run++) {
                    history.add(data.run(forks, random));
                }
                histories.add(history);
                candidates.add(data.run(forks, random));
            }
            for (int s = 0; s < SHIFTS.length; s++) {
                double shift = SHIFTS[s];
                List<Subject> subjects = new ArrayList<>();
                for (int i = 0; i < histories.size(); i++) {
                    double[] shifted =
                            Arrays.stream(candidates.get(i)).map(x -> x * shift).toArray();
                    subjects.add(new Subject(TIME, histories.get(i), shifted));
                }
                countOurs(flagged, s, judge.judge(subjects), ", " + HISTORY + " baseline runs");
            }
        }
        return flagged;
    }

    private static void countOurs(Map<String, int[]> flagged, int shift, RunVerdict verdict, String baseline) {
        for (SeriesVerdict series : verdict.series()) {
            count(flagged, "**Plumbline, p < .05**" + baseline, shift, series.pValue() < .05);
            count(flagged, "**Plumbline, p < .01**" + baseline, shift, series.pValue() < .01);
        }
    }

    private static void count(Map<String, int[]> flagged, String rule, int shift, boolean flag) {
        flagged.computeIfAbsent(rule, name -> new int[SHIFTS.length])[shift] += flag ? 1 : 0;
    }

    private static double[][] iterations(ForkData data, int[] drawn, int from, int to, double factor) {
        double[][] forks = new double[to - from][];
        for (int i = from; i < to; i++) {
            forks[i - from] = Arrays.stream(data.iterations()[drawn[i]])
                    .map(x -> x * factor)
                    .toArray();
        }
        return forks;
    }

    private static double[] means(double[][] forks) {
        return Arrays.stream(forks)
                .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
                .toArray();
    }
}
