package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * E10: how often the stated range of commits holds the one that changed a series, and how wide it is beside that of an oracle. Series are
 * drawn from real forks and scatter from run to run with heavy tails; one run in twelve is made on a bad machine; only some of the commits are
 * measured.
 */
final class PlaceCoverage {

    private static final double[] CHANGES = {0.02, 0.05, 0.10, 0.20, 0.30};
    private static final int[] FORKS = {1, 2, 3, 5};
    private static final int FEWEST_BEFORE = 20;
    private static final int MOST_BEFORE = 60;
    private static final int AFTER = 30;

    /** A run stands for one commit, or for up to this many. */
    private static final int WIDEST_GAP = 6;

    private static final double GAPS = 0.5;
    private static final double RUN_SCATTER = 0.01;
    private static final double RUN_SCATTER_SPREAD = 0.7;
    private static final double BAD_MACHINES = 0.08;
    private static final double BAD_MACHINE_SCATTER = 0.10;
    private static final int ORACLE_DRAWS = 400;
    private static final double CONFIDENCE = 0.95;

    /** A change point farther from the change than this is another one, as is one in the other direction. */
    private static final int NEAR = 15;

    private final List<ForkData> benchmarks;
    private final long seed;
    private final int draws;
    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    /**
     * @param benchmarks whose forks are drawn from
     * @param seed of the draws
     * @param draws how many series are drawn from each benchmark
     */
    PlaceCoverage(List<ForkData> benchmarks, long seed, int draws) {
        this.benchmarks = benchmarks;
        this.seed = seed;
        this.draws = draws;
    }

    Table table() {
        Table table = new Table(
                "E10 The place of a change (seed %d): confirmed ones whose range of 95 %% holds the commit, percent"
                        .formatted(seed),
                "change",
                "forks",
                "confirmed",
                "when confirmed",
                "%d runs later".formatted(AFTER),
                "commits, median",
                "of an oracle",
                "the oracle's holds it");
        Tally all = new Tally();
        for (double change : CHANGES) {
            for (int forks : FORKS) {
                Tally tally = tally(change, forks);
                tally.print(table, String.format(Locale.ROOT, "%.0f %%", 100 * change), String.valueOf(forks));
                all.add(tally);
            }
        }
        all.print(table, "all", "");
        return table;
    }

    private Tally tally(double change, int forks) {
        return IntStream.range(0, draws * benchmarks.size())
                .parallel()
                .mapToObj(i -> {
                    Tally one = new Tally();
                    one.add(
                            drawn(
                                    benchmarks.get(i % benchmarks.size()),
                                    change,
                                    forks,
                                    new SplittableRandom(seed + 31L * i + forks + Math.round(1000 * change) * 7919)),
                            segmenter);
                    return one;
                })
                .collect(Tally::new, Tally::add, Tally::add);
    }

    /**
     * A series with one change.
     *
     * @param runs its forks in each run
     * @param truth the first run at the new level
     * @param commits for each run its commit's place among all
     * @param commit the commit that changed it
     * @param worse whether it got slower
     * @param oracle the log densities of each run at the old level less those at the new one
     */
    private record Drawn(List<double[]> runs, int truth, int[] commits, int commit, boolean worse, double[] oracle) {}

    private Drawn drawn(ForkData data, double change, int forks, RandomGenerator random) {
        int before = random.nextInt(FEWEST_BEFORE, MOST_BEFORE + 1);
        double scatter = RUN_SCATTER * Math.exp(RUN_SCATTER_SPREAD * random.nextGaussian());
        double step = (random.nextBoolean() ? 1 : -1) * Math.log1p(change);
        List<double[]> runs = new ArrayList<>();
        int[] commits = new int[before + AFTER];
        for (int run = 0; run < commits.length; run++) {
            double[] values = noise(data, forks, scatter, random);
            for (int fork = 0; fork < forks; fork++) {
                values[fork] = Math.exp(values[fork] + (run >= before ? step : 0));
            }
            runs.add(values);
            int gap = random.nextDouble() < GAPS ? random.nextInt(1, WIDEST_GAP + 1) : 1;
            commits[run] = run == 0 ? 0 : commits[run - 1] + gap;
        }
        int commit = random.nextInt(commits[before - 1] + 1, commits[before] + 1);
        double[] known = new double[ORACLE_DRAWS];
        for (int i = 0; i < known.length; i++) {
            known[i] = mean(noise(data, forks, scatter, random));
        }
        double[] oracle = new double[commits.length];
        double bandwidth = bandwidth(known);
        for (int run = 0; run < oracle.length; run++) {
            double value = TwoRuns.logMean(runs.get(run));
            oracle[run] = logDensity(known, bandwidth, value) - logDensity(known, bandwidth, value - step);
        }
        return new Drawn(runs, before, commits, commit, step > 0, oracle);
    }

    /** The logarithms of a run's forks. */
    private static double[] noise(ForkData data, int forks, double scatter, RandomGenerator random) {
        double smoothing = Math.sqrt(data.logMeans().variance()) / 2;
        double run = scatter * SuiteScenario.heavyTailed(random)
                + (random.nextDouble() < BAD_MACHINES ? BAD_MACHINE_SCATTER * random.nextGaussian() : 0);
        double[] values = data.run(forks, random);
        for (int fork = 0; fork < forks; fork++) {
            values[fork] = Math.log(values[fork]) + run + smoothing * random.nextGaussian();
        }
        return values;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double bandwidth(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        return Math.max(1e-4, 0.9 * quartiles / 1.349 * Math.pow(values.length, -0.2));
    }

    /** With a tail that never gives up, as the bad machines are rarer than the draws. */
    private static double logDensity(double[] values, double bandwidth, double at) {
        double sum = 0.02 / (1 + at * at);
        for (double value : values) {
            double z = (at - value) / bandwidth;
            sum += Math.abs(z) < 6 ? Math.exp(-0.5 * z * z) / (bandwidth * Math.sqrt(2 * Math.PI)) / values.length : 0;
        }
        return Math.log(sum);
    }

    /** What became of some series. */
    private static final class Tally {

        private int drawn;
        private int confirmed;
        private int heldAtOnce;
        private int found;
        private int held;
        private int oracleHeld;
        private final List<Integer> widths = new ArrayList<>();
        private final List<Integer> oracleWidths = new ArrayList<>();

        void add(Tally other) {
            drawn += other.drawn;
            confirmed += other.confirmed;
            heldAtOnce += other.heldAtOnce;
            found += other.found;
            held += other.held;
            oracleHeld += other.oracleHeld;
            widths.addAll(other.widths);
            oracleWidths.addAll(other.oracleWidths);
        }

        void add(Drawn series, Segmenter segmenter) {
            drawn++;
            for (int runs = series.truth + 3; runs <= series.runs.size(); runs++) {
                Optional<ChangePoint> point = nearest(series, segmenter, runs);
                if (point.isPresent()) {
                    confirmed++;
                    heldAtOnce += holds(series, point.get()) ? 1 : 0;
                    break;
                }
            }
            Optional<ChangePoint> last = nearest(series, segmenter, series.runs.size());
            if (last.isPresent()) {
                ChangePoint point = last.get();
                found++;
                held += holds(series, point) ? 1 : 0;
                widths.add(series.commits[point.latest()] - series.commits[point.earliest() - 1]);
                int[] places = oracle(series);
                oracleHeld += places[0] <= series.truth && series.truth <= places[1] ? 1 : 0;
                oracleWidths.add(series.commits[places[1]] - series.commits[places[0] - 1]);
            }
        }

        private static boolean holds(Drawn series, ChangePoint point) {
            return series.commits[point.earliest() - 1] < series.commit
                    && series.commit <= series.commits[point.latest()];
        }

        private static Optional<ChangePoint> nearest(Drawn series, Segmenter segmenter, int runs) {
            return segmenter.segment(TwoRuns.TIME, series.runs.subList(0, runs)).changePoints().stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .filter(point -> point.worse() == series.worse && Math.abs(point.index() - series.truth) <= NEAR)
                    .min(Comparator.comparingInt(point -> Math.abs(point.index() - series.truth)));
        }

        /** The shortest interval around the best place that has 95 % of the posterior, for one who knows levels and noise. */
        private static int[] oracle(Drawn series) {
            int size = series.runs.size();
            double[] posterior = new double[size];
            double cost = 0;
            int best = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int place = 1; place < size; place++) {
                cost -= series.oracle[place - 1];
                posterior[place] = cost;
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
            double sum = 0;
            for (int place = 1; place < size; place++) {
                posterior[place] = Math.exp(least - posterior[place]);
                sum += posterior[place];
            }
            int earliest = best;
            int latest = best;
            double held = posterior[best];
            while (held < CONFIDENCE * sum) {
                double before = earliest > 1 ? posterior[earliest - 1] : -1;
                double after = latest < size - 1 ? posterior[latest + 1] : -1;
                if (before < 0 && after < 0) {
                    break;
                }
                held += Math.max(before, after);
                if (before > after) {
                    earliest--;
                } else {
                    latest++;
                }
            }
            return new int[] {earliest, latest};
        }

        void print(Table table, String change, String forks) {
            table.row(
                    change,
                    forks,
                    share(confirmed, drawn),
                    share(heldAtOnce, confirmed),
                    share(held, found),
                    median(widths),
                    median(oracleWidths),
                    share(oracleHeld, found));
        }

        private static String share(int count, int all) {
            return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * count / all);
        }

        private static String median(List<Integer> values) {
            return values.isEmpty()
                    ? ""
                    : String.valueOf(values.stream().sorted().toList().get(values.size() / 2));
        }
    }
}
