package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.suite.SuiteJudge;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** E2 on machines that differ: one run against one run, as {@code compare} and a pull request without history see them. */
final class SharedOnTwoRuns {

    private static final int FORKS = 3;
    private static final int SUITES = 400;
    private static final int[] SIZES = {10, 20, 50, 200};

    /** How differently benchmarks take the same machine, a standard deviation. */
    private static final double RESPONSE = 0.3;

    private final List<ForkData> benchmarks;
    private final long seed;
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());
    private final SuiteJudge suiteJudge = new SuiteJudge(JudgeSettings.defaults());

    SharedOnTwoRuns(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    /** What moved: all benchmarks by the machine, and some by the code. */
    private enum Change {
        NOTHING("nothing changed", 0, 0),
        TENTH("a tenth +10 %", 0, 0.1),
        HALF("a half +10 %", 0, 0.5),
        MACHINE("a machine 8 % slower", 0.08, 0),
        MACHINE_AND_TENTH("a machine 8 % slower, a tenth +30 %", 0.08, 0.1);

        private final String label;
        private final double machine;
        private final double share;

        Change(String label, double machine, double share) {
            this.label = label;
            this.machine = machine;
            this.share = share;
        }

        private double code() {
            return machine > 0 ? 0.30 : 0.10;
        }
    }

    Table table() {
        Table table = new Table(
                "E2 The whole suite moved: %d pairs of runs of %d forks (seed %d)".formatted(SUITES, FORKS, seed),
                "benchmarks",
                "what changed",
                "said of the suite",
                "series called changed by the machine alone",
                "without the suite",
                "changes of the code found",
                "without the suite");
        for (int size : SIZES) {
            for (Change change : Change.values()) {
                row(table, size, change);
            }
        }
        return table;
    }

    private void row(Table table, int size, Change change) {
        SplittableRandom random = new SplittableRandom(seed);
        int said = 0;
        int[] wrong = new int[2];
        int[] found = new int[2];
        int changed = (int) Math.round(change.share * size);
        for (int suite = 0; suite < SUITES; suite++) {
            List<Subject> subjects = new ArrayList<>();
            for (int which = 0; which < size; which++) {
                double effect = change.machine * (1 + RESPONSE * random.nextGaussian())
                        + (which < changed ? Math.log1p(change.code()) : 0);
                subjects.add(subject(benchmarks.get(random.nextInt(benchmarks.size())), effect, random));
            }
            List<Verdict> alone = judge.judge(subjects).series();
            SuiteVerdict verdict = suiteJudge.warning(subjects, alone);
            said += verdict.finding() ? 1 : 0;
            count(alone, changed, wrong, found, 1);
            count(suiteJudge.inLightOf(verdict, subjects, alone), changed, wrong, found, 0);
        }
        table.row(
                String.valueOf(size),
                change.label,
                percent(said, SUITES),
                String.format(Locale.ROOT, "%.2f", (double) wrong[0] / SUITES),
                String.format(Locale.ROOT, "%.2f", (double) wrong[1] / SUITES),
                percent(found[0], changed * SUITES),
                percent(found[1], changed * SUITES));
    }

    private static void count(List<Verdict> verdicts, int changed, int[] wrong, int[] found, int column) {
        for (int which = 0; which < verdicts.size(); which++) {
            boolean finding = verdicts.get(which).outcome().changed();
            found[column] += finding && which < changed ? 1 : 0;
            wrong[column] += finding && which >= changed ? 1 : 0;
        }
    }

    private static Subject subject(ForkData data, double effect, SplittableRandom random) {
        int[] drawn = data.draw(2 * FORKS, random);
        double[] means = data.means(drawn);
        double[] candidate = Arrays.stream(means, FORKS, 2 * FORKS)
                .map(mean -> mean * Math.exp(effect))
                .toArray();
        return new Subject(
                TwoRuns.TIME, List.of(Arrays.copyOf(means, FORKS)), List.of(candidate), data.iterationScatter(drawn));
    }

    private static String percent(int count, int total) {
        return total == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / total);
    }
}
