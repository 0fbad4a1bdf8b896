package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.analysis.pair.PairState;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.pair.PairedLook;
import dev.plumbline.analysis.pair.PairedSubject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * E8: pairs looked at while they come in, of suites drawn at random from real benchmarks, forks with repetition. A benchmark that
 * needs no more pairs gets none, as in a duet.
 */
final class SequentialPairs {

    private static final int[] SIZES = {1, 5, 50};
    private static final double[] SHIFTS = {1, 1.05, 1.10};

    /** Series in the suites of each size; those of one benchmark tell least each. */
    private static final int COMPARISONS = 6000;

    /** Suites of equal versions: the rate of those with a finding is known to half a percent. */
    private static final int FEWEST_SUITES = 1000;

    private static final int MOST = PairPlan.DEFAULT_MOST;

    private final List<ForkData> benchmarks;
    private final long seed;

    SequentialPairs(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    /** How pairs are looked at. */
    private enum Rule {
        SPENDING("**Plumbline**, looks at 3, 4, 6, 8, 11, 15, 20"),
        NAIVE("the same looks, nothing spent"),
        ONCE("one look, at 20");

        private final String label;

        Rule(String label) {
            this.label = label;
        }

        PairedJudge judge() {
            return new PairedJudge(JudgeSettings.defaults(), this == SPENDING ? PairPlan.STANDARD : PairPlan.ONE_LOOK);
        }

        /** What a series needs that says so; without spending it is whatever has no verdict yet. */
        boolean open(PairedLook look, int series, int pairs) {
            return switch (this) {
                case SPENDING -> look.states().get(series) == PairState.OPEN;
                case NAIVE -> look.verdict().series().get(series).outcome() == Outcome.INCONCLUSIVE;
                case ONCE -> pairs < MOST;
            };
        }
    }

    Table table() {
        Table table = new Table(
                "E8 Pairs looked at while they come in (seed %d, %d series or %d suites each; a fifth of the suite is slower)"
                        .formatted(seed, COMPARISONS, FEWEST_SUITES),
                "rule",
                "benchmarks",
                "same code: suites with a finding",
                "unchanged",
                "pairs",
                "+5 %: found",
                "false",
                "pairs",
                "+10 %: found",
                "false",
                "pairs");
        for (int size : SIZES) {
            for (Rule rule : Rule.values()) {
                row(table, rule, size);
            }
        }
        return table;
    }

    /** What came of the suites of one size with one shift. */
    private static final class Tally {
        int suites;
        int suitesWithFinding;
        int unchanged;
        int shifted;
        int found;
        int falseFindings;
        int findings;
        int series;
        long pairs;
    }

    private void row(Table table, Rule rule, int size) {
        Tally same = tally(rule, size, SHIFTS[0]);
        List<String> cells = new ArrayList<>(List.of(
                rule.label,
                String.valueOf(size),
                percent(same.suitesWithFinding, same.suites),
                percent(same.unchanged, same.series),
                mean(same.pairs, same.series)));
        for (double shift : new double[] {SHIFTS[1], SHIFTS[2]}) {
            Tally tally = tally(rule, size, shift);
            cells.add(percent(tally.found, tally.shifted));
            cells.add(percent(tally.falseFindings, Math.max(1, tally.findings)));
            cells.add(mean(tally.pairs, tally.series));
        }
        table.row(cells.toArray(String[]::new));
    }

    private Tally tally(Rule rule, int size, double factor) {
        SplittableRandom random = new SplittableRandom(seed);
        PairedJudge judge = rule.judge();
        Tally tally = new Tally();
        int comparisons = factor == 1 ? Math.max(COMPARISONS, FEWEST_SUITES * size) : COMPARISONS;
        for (int done = 0; done < comparisons; done += size) {
            int shifted = factor == 1 ? 0 : Math.max(1, size / 5);
            suite(rule, judge, size, shifted, factor, random, tally);
        }
        return tally;
    }

    private void suite(
            Rule rule, PairedJudge judge, int size, int shifted, double factor, SplittableRandom random, Tally tally) {
        double[][] baseline = new double[size][];
        double[][] candidate = new double[size][];
        for (int series = 0; series < size; series++) {
            ForkData data = benchmarks.get(random.nextInt(benchmarks.size()));
            double slower = series < shifted ? factor : 1;
            baseline[series] = data.run(MOST, random);
            candidate[series] = Arrays.stream(data.run(MOST, random))
                    .map(value -> slower * value)
                    .toArray();
        }
        int[] pairs = new int[size];
        boolean[] open = new boolean[size];
        Arrays.fill(open, true);
        PairedLook look = judge.look(List.of());
        boolean more = true;
        for (int now = PairPlan.DEFAULT_FEWEST; now <= MOST && more; now++) {
            if (!PairPlan.STANDARD.looksAt(now)) {
                continue;
            }
            List<PairedSubject> subjects = new ArrayList<>();
            for (int series = 0; series < size; series++) {
                pairs[series] = open[series] ? now : pairs[series];
                subjects.add(new PairedSubject(
                        TwoRuns.TIME,
                        Arrays.copyOf(baseline[series], pairs[series]),
                        Arrays.copyOf(candidate[series], pairs[series])));
            }
            look = judge.look(subjects);
            more = false;
            for (int series = 0; series < size; series++) {
                open[series] = open[series] && rule.open(look, series, now);
                more |= open[series];
            }
        }
        count(look, shifted, pairs, tally);
    }

    private static void count(PairedLook look, int shifted, int[] pairs, Tally tally) {
        boolean any = false;
        for (int series = 0; series < pairs.length; series++) {
            Outcome outcome = look.verdict().series().get(series).outcome();
            boolean finding = outcome == Outcome.REGRESSED || outcome == Outcome.IMPROVED;
            any |= finding;
            tally.series++;
            tally.pairs += pairs[series];
            tally.findings += finding ? 1 : 0;
            tally.unchanged += outcome == Outcome.UNCHANGED ? 1 : 0;
            if (series < shifted) {
                tally.shifted++;
                tally.found += outcome == Outcome.REGRESSED ? 1 : 0;
            } else {
                tally.falseFindings += finding ? 1 : 0;
            }
        }
        tally.suites++;
        tally.suitesWithFinding += any ? 1 : 0;
    }

    private static String percent(int count, int total) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * count / total);
    }

    private static String mean(long sum, int count) {
        return String.format(Locale.ROOT, "%.1f", (double) sum / count);
    }
}
