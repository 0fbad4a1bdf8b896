package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import dev.plumbline.server.regression.RegressionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** E9: what a whole suite is told over a hundred runs, whatever its size; each history judged as the server judges it. */
final class SuiteAlarms {

    /** Runs that a regression may be placed beside its cause. */
    private static final int NEAR = 3;

    /** Histories of each size: as many as it takes about as long to judge as those of the others. */
    private static final int[][] SIZES = {
        {10, 60},
        {100, 60},
        {1000, 4},
        {2000, 2}
    };

    private static final int CHANGES = 10;

    private final List<ForkData> benchmarks;
    private final long seed;

    SuiteAlarms(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    Table table() {
        Table table = new Table(
                "E9 A whole suite over %d runs (seed %d): a change of machine, and none or %d changes of 3 to 30 %%"
                        .formatted(SuiteScenario.RUNS, seed, CHANGES),
                "series",
                "changes",
                "histories",
                "false suspicions per 100 runs",
                "false confirmations",
                "messages",
                "causes suspected",
                "confirmed",
                "runs to suspicion",
                "to confirmation",
                "one regression per cause");
        for (int[] size : SIZES) {
            for (int changes : new int[] {0, CHANGES}) {
                row(table, size[0], changes, size[1]);
            }
        }
        return table;
    }

    private void row(Table table, int size, int changes, int histories) {
        List<Outcome> outcomes = IntStream.range(0, histories)
                .parallel()
                .mapToObj(history -> outcome(size, changes, seed + 7919L * history + size))
                .toList();
        int runs = histories * SuiteScenario.RUNS;
        List<Told> told = outcomes.stream().flatMap(one -> one.told.stream()).toList();
        List<Told> planted = told.stream().filter(one -> !one.cause.machine()).toList();
        List<Told> found = told.stream().filter(one -> one.regressions > 0).toList();
        table.row(
                String.valueOf(size),
                String.valueOf(changes),
                String.valueOf(histories),
                per100(outcomes.stream().mapToInt(one -> one.falseSuspicions).sum(), runs),
                per100(outcomes.stream().mapToInt(one -> one.falseConfirmations).sum(), runs),
                per100(outcomes.stream().mapToInt(one -> one.messages).sum(), runs),
                share(
                        planted.stream()
                                .filter(one -> one.suspected < Integer.MAX_VALUE)
                                .count(),
                        planted.size()),
                share(
                        planted.stream()
                                .filter(one -> one.confirmed < Integer.MAX_VALUE)
                                .count(),
                        planted.size()),
                delay(planted.stream().map(Told::suspected).toList()),
                delay(planted.stream().map(Told::confirmed).toList()),
                share(found.stream().filter(one -> one.regressions == 1).count(), found.size()));
    }

    /**
     * What was told of a cause.
     *
     * @param regressions how many regressions and improvements were opened because of it
     * @param suspected runs from the cause to the first of them, 1 at once
     * @param confirmed to the first that was confirmed
     */
    private record Told(SuiteScenario.Cause cause, int regressions, int suspected, int confirmed) {}

    private record Outcome(int falseSuspicions, int falseConfirmations, int messages, List<Told> told) {}

    private Outcome outcome(int size, int changes, long itsSeed) {
        SuiteScenario scenario = SuiteScenario.draw(benchmarks, size, changes, new SplittableRandom(itsSeed));
        List<RegressionLedger.Entry> entries = new ArrayList<>(SuiteReplay.of(scenario.forks()));
        int messages =
                entries.stream().mapToInt(RegressionLedger.Entry::messages).sum();
        List<Told> told = new ArrayList<>();
        List<RegressionLedger.Entry> wrong = new ArrayList<>(entries);
        for (SuiteScenario.Cause cause : scenario.causes()) {
            List<RegressionLedger.Entry> its = wrong.stream()
                    .filter(entry ->
                            cause(entry, scenario).filter(cause::equals).isPresent())
                    .toList();
            wrong.removeAll(its);
            int suspected = its.stream()
                    .mapToInt(RegressionLedger.Entry::suspectedAt)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            int confirmed = its.stream()
                    .mapToInt(RegressionLedger.Entry::confirmedAt)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            told.add(new Told(cause, its.size(), since(cause, suspected), since(cause, confirmed)));
        }
        return new Outcome(
                wrong.size(),
                (int) wrong.stream().filter(RegressionLedger.Entry::confirmed).count(),
                messages,
                told);
    }

    private static int since(SuiteScenario.Cause cause, int run) {
        return run == Integer.MAX_VALUE ? run : Math.max(1, run - cause.run() + 1);
    }

    /**
     * Whether a regression is due to a cause: it lies there, was found since then, and has one of the series that moved; everything there is due
     * to the machine.
     */
    private static boolean belongs(RegressionLedger.Entry entry, SuiteScenario.Cause cause) {
        return entry.near(cause.run(), NEAR)
                && entry.seenAt() >= cause.run()
                && (cause.machine()
                        || (entry.known().kind() == RegressionKind.SERIES
                                && cause.series().stream()
                                        .anyMatch(which -> entry.everMoved().contains(which + 1L))));
    }

    /** The cause of a regression: of those it may be due to, the one with most of its series, and the nearest of these; empty: it is false. */
    private static Optional<SuiteScenario.Cause> cause(RegressionLedger.Entry entry, SuiteScenario scenario) {
        return scenario.causes().stream()
                .filter(cause -> belongs(entry, cause))
                .max(Comparator.comparingLong((SuiteScenario.Cause cause) -> shared(entry, cause))
                        .thenComparingInt(cause -> -Math.abs(entry.middle() - cause.run())));
    }

    /** How many of its series a cause moved; the machine explains none where a commit does, but all of the suite's. */
    private static long shared(RegressionLedger.Entry entry, SuiteScenario.Cause cause) {
        return cause.machine()
                ? entry.known().kind() == RegressionKind.SUITE ? Long.MAX_VALUE : 0
                : cause.series().stream()
                        .filter(which -> entry.everMoved().contains(which + 1L))
                        .count();
    }

    /** The rate, and the count that it is from: a few of them prove little. */
    private static String per100(int count, int runs) {
        return String.format(Locale.ROOT, "%.2f (%d)", 100.0 * count / runs, count);
    }

    private static String share(long count, long all) {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100.0 * count / all);
    }

    /** The median, and the mean of those that were found. */
    private static String delay(List<Integer> delays) {
        List<Integer> found = delays.stream()
                .filter(delay -> delay < Integer.MAX_VALUE)
                .sorted()
                .toList();
        if (found.isEmpty()) {
            return "";
        }
        double mean = found.stream().mapToInt(Integer::intValue).average().orElseThrow();
        return String.format(Locale.ROOT, "%d (mean %.1f)", found.get(found.size() / 2), mean);
    }
}
