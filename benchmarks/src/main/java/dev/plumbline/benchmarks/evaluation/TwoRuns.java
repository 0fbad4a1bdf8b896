package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E1: how often two runs of the same code are told apart, and how often a known shift is seen. */
final class TwoRuns {

    static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));

    private static final int DRAWS = 20;
    private static final int[] FORKS = {2, 3, 5};
    private static final int[] FORKS_WITH_HISTORY = {3, 2, 1};
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
        Table table = Flagged.table("E1 Two runs: percent flagged (seed %d, %d draws of %d benchmarks)"
                .formatted(seed, DRAWS, benchmarks.size()));
        for (int forks : FORKS) {
            againstOneRun(forks).print(table, forks);
        }
        for (int forks : FORKS_WITH_HISTORY) {
            againstHistory(forks).print(table, forks);
        }
        return table;
    }

    private Flagged againstOneRun(int forks) {
        Flagged flagged = new Flagged();
        RandomGenerator random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[][] drawn = new int[benchmarks.size()][];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = benchmarks.get(i).draw(2 * forks, random);
            }
            for (int s = 0; s < Flagged.SHIFTS.length; s++) {
                List<Subject> subjects = new ArrayList<>();
                List<Subject> withIterations = new ArrayList<>();
                for (int i = 0; i < drawn.length; i++) {
                    ForkData data = benchmarks.get(i);
                    Pair pair = new Pair(data, drawn[i], Flagged.SHIFTS[s]);
                    count(flagged, s, pair);
                    Subject subject = new Subject(TIME, List.of(means(pair.base)), means(pair.head));
                    subjects.add(subject);
                    withIterations.add(new Subject(
                            TIME, subject.baseline(), subject.candidate(), data.iterationScatter(drawn[i])));
                }
                countOurs(flagged, s, judge.judge(subjects), ", iterations unknown");
                countOurs(flagged, s, judge.judge(withIterations), "");
            }
        }
        return flagged;
    }

    /** Two runs' iterations, of the same benchmark. */
    private record Pair(ForkData data, double[][] base, double[][] head) {

        Pair(ForkData data, int[] drawn, double shift) {
            this(
                    data,
                    iterations(data, drawn, 0, drawn.length / 2, 1),
                    iterations(data, drawn, drawn.length / 2, drawn.length, shift));
        }

        private static double[][] iterations(ForkData data, int[] drawn, int from, int to, double factor) {
            return Arrays.stream(drawn, from, to)
                    .mapToObj(fork -> scaled(data.iterations()[fork], factor))
                    .toArray(double[][]::new);
        }
    }

    private void count(Flagged flagged, int shift, Pair pair) {
        flagged.count("JMH 99.9 % intervals disjoint", shift, rules.disjointIntervals(pair.base, pair.head));
        flagged.count(
                "Welch, pooled iterations, p < .05", shift, ReferenceRules.welchPooled(pair.base, pair.head) < .05);
        flagged.count(
                "Mann-Whitney, pooled iterations, p < .05",
                shift,
                ReferenceRules.mannWhitneyPooled(pair.base, pair.head) < .05);
        double[] base = means(pair.base);
        double[] head = means(pair.head);
        flagged.countAtBothLevels("t on log fork means", "", shift, ReferenceRules.studentForks(base, head));
        double variance = 2 * pair.data.logMeans().variance() / base.length;
        flagged.countAtBothLevels(
                "oracle that knows the variance",
                "",
                shift,
                ReferenceRules.oracle(logMean(head) - logMean(base), variance));
    }

    private Flagged againstHistory(int forks) {
        Flagged flagged = new Flagged();
        RandomGenerator random = new SplittableRandom(seed);
        String rows = ", " + HISTORY + " baseline runs";
        for (int draw = 0; draw < DRAWS; draw++) {
            List<List<double[]>> histories = new ArrayList<>();
            List<int[]> candidates = new ArrayList<>();
            for (ForkData data : benchmarks) {
                List<double[]> history = new ArrayList<>();
                for (int run = 0; run < HISTORY; run++) {
                    history.add(data.run(forks, random));
                }
                histories.add(history);
                candidates.add(data.drawWithRepetition(forks, random));
            }
            for (int s = 0; s < Flagged.SHIFTS.length; s++) {
                List<Subject> subjects = new ArrayList<>();
                for (int i = 0; i < histories.size(); i++) {
                    ForkData data = benchmarks.get(i);
                    double[] candidate = scaled(data.means(candidates.get(i)), Flagged.SHIFTS[s]);
                    IterationScatter iterations = data.iterationScatter(candidates.get(i));
                    subjects.add(new Subject(TIME, histories.get(i), List.of(candidate), iterations));
                    Sample known = data.logMeans();
                    double variance = known.sumOfSquares() / known.size() / forks * (1 + 1.0 / HISTORY);
                    double level = histories.get(i).stream()
                            .mapToDouble(TwoRuns::logMean)
                            .average()
                            .orElseThrow();
                    flagged.countAtBothLevels(
                            "oracle that knows the variance",
                            rows,
                            s,
                            ReferenceRules.oracle(logMean(candidate) - level, variance));
                }
                countOurs(flagged, s, judge.judge(subjects), rows);
            }
        }
        return flagged;
    }

    private static void countOurs(Flagged flagged, int shift, RunVerdict verdict, String remark) {
        for (Verdict series : verdict.series()) {
            flagged.countAtBothLevels(
                    "**Plumbline**", remark, shift, series.evidence().pValue());
        }
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static double[] means(double[][] forks) {
        return Arrays.stream(forks)
                .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
                .toArray();
    }

    static double logMean(double[] values) {
        return Arrays.stream(values).map(Math::log).average().orElseThrow();
    }
}
