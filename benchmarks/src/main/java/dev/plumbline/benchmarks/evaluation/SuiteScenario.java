package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.benchmarks.evaluation.data.ForkData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A history of a whole suite, drawn from real forks and made as unpleasant as CI machines are: every series scatters from run to
 * run with heavy tails, a tenth of the runs are made on bad machines, the machine is replaced once, and some commits change some of the
 * series.
 *
 * @param forks for each series and run its fork means, in s/op
 * @param causes what happened, in the order of the runs; the machine is the one without series
 */
record SuiteScenario(double[][][] forks, List<Cause> causes) {

    static final int RUNS = 100;

    private static final int FORKS = 3;

    /** No cause before this run, so that there is a history to know it by, and none so late that it can't be confirmed. */
    private static final int FIRST_CAUSE = 20;

    private static final int LAST_CAUSE = 88;

    /** What a series scatters from run to run beside its forks: the median of its standard deviations, and how much they differ (log scale). */
    private static final double RUN_SCATTER = 0.01;

    private static final double RUN_SCATTER_SPREAD = 0.7;

    /** What all series share from run to run. */
    private static final double SHARED_SCATTER = 0.01;

    private static final double BAD_MACHINES = 0.08;
    private static final double BAD_MACHINE_SCATTER = 0.10;

    /** How differently series take what the machine does. */
    private static final double RESPONSE_SPREAD = 0.3;

    private static final double SMALLEST_CHANGE = 0.03;
    private static final double LARGEST_CHANGE = 0.30;
    private static final double MACHINE_CHANGE = 0.08;

    /** The share of the changes that are for the worse. */
    private static final double WORSE = 0.7;

    /**
     * Why series shifted.
     *
     * @param run the first run at the new levels
     * @param ratio after / before
     * @param series the places of those that moved; empty: the machine, and so all
     */
    record Cause(int run, double ratio, List<Integer> series) {

        Cause {
            series = List.copyOf(series);
        }

        boolean machine() {
            return series.isEmpty();
        }
    }

    static SuiteScenario draw(List<ForkData> benchmarks, int size, int changes, RandomGenerator random) {
        List<Cause> causes = causes(size, changes, random);
        double[] shared = new double[RUNS];
        boolean[] bad = new boolean[RUNS];
        for (int run = 0; run < RUNS; run++) {
            bad[run] = random.nextDouble() < BAD_MACHINES;
            shared[run] = random.nextGaussian() * (bad[run] ? BAD_MACHINE_SCATTER : SHARED_SCATTER);
        }
        double[][][] forks = new double[size][RUNS][];
        List<Integer> order = shuffled(benchmarks.size(), random);
        for (int which = 0; which < size; which++) {
            ForkData data = benchmarks.get(order.get(which % order.size()));
            double smoothing = Math.sqrt(data.logMeans().variance()) / 2;
            double scatter = RUN_SCATTER * Math.exp(RUN_SCATTER_SPREAD * random.nextGaussian());
            double response = 1 + RESPONSE_SPREAD * random.nextGaussian();
            double machine = 1 + RESPONSE_SPREAD * random.nextGaussian();
            for (int run = 0; run < RUNS; run++) {
                double level = response * shared[run] + scatter * heavyTailed(random);
                for (Cause cause : causes) {
                    if (run >= cause.run() && (cause.machine() || cause.series().contains(which))) {
                        level += Math.log(cause.ratio()) * (cause.machine() ? machine : 1);
                    }
                }
                double[] means = data.run(FORKS, random);
                for (int fork = 0; fork < FORKS; fork++) {
                    means[fork] *= Math.exp(level + smoothing * random.nextGaussian());
                }
                forks[which][run] = means;
            }
        }
        return new SuiteScenario(forks, causes);
    }

    private static List<Cause> causes(int size, int changes, RandomGenerator random) {
        List<Cause> causes = new ArrayList<>();
        int machine = random.nextInt(FIRST_CAUSE + 10, LAST_CAUSE - 10);
        causes.add(new Cause(
                machine,
                sign(0.5, random) * MACHINE_CHANGE > 0 ? 1 + MACHINE_CHANGE : 1 / (1 + MACHINE_CHANGE),
                List.of()));
        List<Integer> order = shuffled(size, random);
        int next = 0;
        for (int i = 0; i < changes; i++) {
            int series = size >= 100 ? 1 + i % 3 : 1;
            double size01 = random.nextDouble();
            double change = SMALLEST_CHANGE * Math.pow(LARGEST_CHANGE / SMALLEST_CHANGE, size01);
            causes.add(new Cause(
                    random.nextInt(FIRST_CAUSE, LAST_CAUSE),
                    Math.exp(sign(WORSE, random) * Math.log1p(change)),
                    order.subList(next, next + series)));
            next += series;
        }
        causes.sort((one, other) -> Integer.compare(one.run(), other.run()));
        return causes;
    }

    private static int sign(double share, RandomGenerator random) {
        return random.nextDouble() < share ? 1 : -1;
    }

    /** Student's t with four degrees of freedom, scaled to a variance of one. */
    static double heavyTailed(RandomGenerator random) {
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
    }

    private static List<Integer> shuffled(int size, RandomGenerator random) {
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return Arrays.asList(order);
    }
}
