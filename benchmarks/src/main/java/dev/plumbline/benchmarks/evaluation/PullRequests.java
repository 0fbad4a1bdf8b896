package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.detect.JudgeSettings;
import dev.plumbline.analysis.detect.Outcome;
import dev.plumbline.analysis.detect.RunJudge;
import dev.plumbline.analysis.detect.RunVerdict;
import dev.plumbline.analysis.detect.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E2: what a whole pull request is told, with nothing changed and with one series in twenty shifted by 10 %. */
final class PullRequests {

    private static final int PULL_REQUESTS = 400;
    private static final int SERIES = 200;
    private static final int SHIFTED = SERIES / 20;
    private static final int FORKS = 3;

    private final List<ForkData> benchmarks;
    private final long seed;
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    PullRequests(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    Table table() {
        Table table = new Table(
                "E2 A whole pull request: %d of them, %d series each (seed %d)".formatted(PULL_REQUESTS, SERIES, seed),
                "baseline",
                "nothing changed: any regressed",
                "any regressed or improved",
                "10 of 200 at +10 %: false discovery rate",
                "share found");
        for (int runs : new int[] {1, 5, 20}) {
            table.row(cells(runs));
        }
        return table;
    }

    private String[] cells(int runs) {
        RandomGenerator random = new SplittableRandom(seed);
        int anyRegressed = 0;
        int anyFlagged = 0;
        double falseShare = 0;
        double foundShare = 0;
        for (int i = 0; i < PULL_REQUESTS; i++) {
            RunVerdict same = judge.judge(subjects(runs, 0, random));
            anyRegressed += flagged(same, 0, SERIES, Outcome.REGRESSED) > 0 ? 1 : 0;
            anyFlagged += flagged(same, 0, SERIES, Outcome.REGRESSED, Outcome.IMPROVED) > 0 ? 1 : 0;
            RunVerdict shifted = judge.judge(subjects(runs, SHIFTED, random));
            int found = flagged(shifted, 0, SHIFTED, Outcome.REGRESSED);
            int wrong = flagged(shifted, SHIFTED, SERIES, Outcome.REGRESSED, Outcome.IMPROVED);
            falseShare += (double) wrong / Math.max(1, wrong + found);
            foundShare += (double) found / SHIFTED;
        }
        return new String[] {
            runs == 1 ? "1 run × " + FORKS : runs + " runs × " + FORKS,
            percent((double) anyRegressed / PULL_REQUESTS),
            percent((double) anyFlagged / PULL_REQUESTS),
            percent(falseShare / PULL_REQUESTS),
            percent(foundShare / PULL_REQUESTS)
        };
    }

    private List<Subject> subjects(int runs, int shifted, RandomGenerator random) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            ForkData data = benchmarks.get(random.nextInt(benchmarks.size()));
            double factor = i < shifted ? 1.1 : 1;
            if (runs == 1) {
                int[] forks = data.draw(2 * FORKS, random);
                double[] means = Arrays.stream(forks).mapToDouble(data::mean).toArray();
                subjects.add(new Subject(
                        TwoRuns.TIME,
                        List.of(Arrays.copyOf(means, FORKS)),
                        scaled(Arrays.copyOfRange(means, FORKS, 2 * FORKS), factor)));
            } else {
                List<double[]> history = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    history.add(data.run(FORKS, random));
                }
                subjects.add(new Subject(TwoRuns.TIME, history, scaled(data.run(FORKS, random), factor)));
            }
        }
        return subjects;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static int flagged(RunVerdict verdict, int from, int to, Outcome... outcomes) {
        return (int) verdict.series().subList(from, to).stream()
                .filter(series -> List.of(outcomes).contains(series.outcome()))
                .count();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
