package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.stats.BenjaminiHochberg;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E2: what a whole pull request is told, with nothing changed and with one series in twenty shifted by 10 %. */
final class PullRequestVerdicts {

    private static final int PULL_REQUESTS = 400;
    private static final int SERIES = 200;
    private static final int SHIFTED = SERIES / 20;

    private final List<ForkData> benchmarks;
    private final long seed;
    private final JudgeSettings settings = JudgeSettings.defaults();
    private final RunJudge judge = new RunJudge(settings);

    PullRequestVerdicts(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    Table table() {
        Table table = new Table(
                "E2 A whole pull request: %d of them, %d series each (seed %d)".formatted(PULL_REQUESTS, SERIES, seed),
                "rule",
                "baseline",
                "nothing changed: any regressed",
                "any regressed or improved",
                "10 of 200 at +10 %: false discovery rate",
                "share found");
        for (int forks : new int[] {3, 2, 1}) {
            for (int runs : new int[] {1, 5, 20}) {
                if (forks > 1 || runs > 1) {
                    judge(table, runs, forks);
                }
            }
        }
        return table;
    }

    /** A series that is judged, and what an oracle knows of it. */
    private record Case(Subject subject, double difference, double variance) {}

    private void judge(Table table, int runs, int forks) {
        Shares ours = new Shares();
        Shares oracle = new Shares();
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < PULL_REQUESTS; i++) {
            List<Case> same = cases(runs, forks, 0, random);
            ours.same(outcomes(same));
            oracle.same(oracle(same));
            List<Case> shifted = cases(runs, forks, SHIFTED, random);
            ours.shifted(outcomes(shifted));
            oracle.shifted(oracle(shifted));
        }
        String baseline = runs == 1 ? "1 run × " + forks : runs + " runs × " + forks;
        ours.print(table, "**Plumbline**", baseline);
        oracle.print(table, "oracle that knows the variances", baseline);
    }

    private List<Outcome> outcomes(List<Case> cases) {
        return judge.judge(cases.stream().map(Case::subject).toList()).series().stream()
                .map(verdict -> verdict.outcome())
                .toList();
    }

    /** The same thresholds on the p-values of a test that is told each series' variance. */
    private List<Outcome> oracle(List<Case> cases) {
        double[] adjusted = BenjaminiHochberg.adjust(cases.stream()
                .mapToDouble(one -> ReferenceRules.oracle(one.difference, one.variance))
                .toArray());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            double difference = cases.get(i).difference;
            boolean flagged = adjusted[i] <= settings.falseDiscoveryRate()
                    && Math.abs(difference) >= Math.log1p(settings.minimumEffectTime());
            outcomes.add(!flagged ? Outcome.INCONCLUSIVE : difference > 0 ? Outcome.REGRESSED : Outcome.IMPROVED);
        }
        return outcomes;
    }

    private List<Case> cases(int runs, int forks, int shifted, RandomGenerator random) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            ForkData data = benchmarks.get(random.nextInt(benchmarks.size()));
            double factor = i < shifted ? 1.1 : 1;
            List<double[]> history = new ArrayList<>();
            int[] drawn;
            if (runs == 1) {
                int[] both = data.draw(2 * forks, random);
                history.add(data.means(Arrays.copyOf(both, forks)));
                drawn = Arrays.copyOfRange(both, forks, 2 * forks);
            } else {
                for (int run = 0; run < runs; run++) {
                    history.add(data.run(forks, random));
                }
                drawn = data.drawWithRepetition(forks, random);
            }
            double[] candidate = Arrays.stream(data.means(drawn))
                    .map(value -> value * factor)
                    .toArray();
            Sample known = data.logMeans();
            double variance = runs == 1 ? known.variance() : known.sumOfSquares() / known.size();
            cases.add(new Case(
                    new Subject(TwoRuns.TIME, history, List.of(candidate), data.iterationScatter(drawn)),
                    TwoRuns.logMean(candidate)
                            - history.stream()
                                    .mapToDouble(TwoRuns::logMean)
                                    .average()
                                    .orElseThrow(),
                    variance / forks * (1 + 1.0 / runs)));
        }
        return cases;
    }

    /** What a rule did with all pull requests. */
    private static final class Shares {

        private int anyRegressed;
        private int anyFlagged;
        private double falseShare;
        private double foundShare;

        void same(List<Outcome> outcomes) {
            anyRegressed += outcomes.contains(Outcome.REGRESSED) ? 1 : 0;
            anyFlagged += outcomes.contains(Outcome.REGRESSED) || outcomes.contains(Outcome.IMPROVED) ? 1 : 0;
        }

        void shifted(List<Outcome> outcomes) {
            long found = count(outcomes.subList(0, SHIFTED), Outcome.REGRESSED);
            List<Outcome> others = outcomes.subList(SHIFTED, SERIES);
            long wrong = count(others, Outcome.REGRESSED) + count(others, Outcome.IMPROVED);
            falseShare += (double) wrong / Math.max(1, wrong + found);
            foundShare += (double) found / SHIFTED;
        }

        private static long count(List<Outcome> outcomes, Outcome which) {
            return outcomes.stream().filter(outcome -> outcome == which).count();
        }

        void print(Table table, String rule, String baseline) {
            table.row(
                    rule,
                    baseline,
                    percent(anyRegressed),
                    percent(anyFlagged),
                    percent(falseShare),
                    percent(foundShare));
        }

        private static String percent(double sum) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * sum / PULL_REQUESTS);
        }
    }
}
