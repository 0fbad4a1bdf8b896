package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E1 for suites that are too small to teach a prior of their own: benchmarks drawn at random, one run against one run. */
final class SmallSuites {

    private static final int COMPARISONS = 6000;
    private static final int[] SIZES = {1, 2, 5, 20};
    private static final int[] FORKS = {2, 3};

    private final List<ForkData> benchmarks;
    private final long seed;
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    SmallSuites(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    Table table() {
        Table table = Flagged.table(
                "E1 Small suites: percent flagged (seed %d, %d comparisons each)".formatted(seed, COMPARISONS));
        for (int forks : FORKS) {
            for (int size : SIZES) {
                flagged(forks, size).print(table, forks);
            }
        }
        return table;
    }

    private Flagged flagged(int forks, int size) {
        Flagged flagged = new Flagged();
        RandomGenerator random = new SplittableRandom(seed);
        for (int done = 0; done < COMPARISONS; done += size) {
            ForkData[] suite = new ForkData[size];
            int[][] drawn = new int[size][];
            for (int i = 0; i < size; i++) {
                suite[i] = benchmarks.get(random.nextInt(benchmarks.size()));
                drawn[i] = suite[i].draw(2 * forks, random);
            }
            for (int shift = 0; shift < Flagged.SHIFTS.length; shift++) {
                List<Subject> subjects = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    subjects.add(subject(suite[i], drawn[i], Flagged.SHIFTS[shift]));
                }
                for (Verdict verdict : judge.judge(subjects).series()) {
                    flagged.countAtBothLevels(
                            "**Plumbline**",
                            size == 1 ? ", 1 benchmark" : ", " + size + " benchmarks",
                            shift,
                            verdict.evidence().pValue());
                }
            }
        }
        return flagged;
    }

    private static Subject subject(ForkData data, int[] drawn, double factor) {
        int forks = drawn.length / 2;
        double[] means = data.means(drawn);
        double[] candidate = Arrays.stream(means, forks, 2 * forks)
                .map(mean -> mean * factor)
                .toArray();
        return new Subject(
                TwoRuns.TIME, List.of(Arrays.copyOf(means, forks)), List.of(candidate), data.iterationScatter(drawn));
    }
}
