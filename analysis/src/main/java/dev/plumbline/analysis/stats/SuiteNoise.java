package dev.plumbline.analysis.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The noise of every series of a suite, each series' own evidence combined with that of the suite: first the
 * forks inside runs as a forecast of the scatter between runs ({@link RunToRun}), then all of it shrunk toward the suite's
 * common prior ({@link VariancePrior}), whose location follows how much the series' iterations scatter ({@link IterationTrend}).
 */
public final class SuiteNoise {

    /**
     * The prior without a suite, fitted on the fork means of 297 public JMH benchmarks (three forks, five seconds of
     * warm-up) in log units: one degree of freedom around a standard deviation of 1.8 %.
     */
    public static final VariancePrior BUILT_IN = new VariancePrior(1.0, 3.2e-4);

    /** How many series the built-in prior is worth beside those of the suite. */
    private static final double BUILT_IN_WEIGHT = 3;

    /** What a suite says about series noisier than its usual ones is discounted by the square of m/(n + m), with this m, for n series. */
    private static final double DOUBTED_SERIES = 60;

    /** A standard deviation of 0.001 % of the value: no clock and no profiler repeats itself better than that. */
    private static final double SMALLEST_VARIANCE = 1e-10;

    /**
     * Real forks have heavier tails than normal ones; a mean over forks loses them fork by fork, and many runs show them.
     * Whatever the arithmetic gives, a variance is worth no more degrees of freedom than this for every fork of the smaller side.
     */
    private static final double MOST_DEGREES_OF_FREEDOM_A_FORK = 8.0 / 3;

    /** And this for every fork and every further run. */
    private static final double MOST_DEGREES_OF_FREEDOM_A_FORK_AND_RUN = 1.0 / 12;

    private final RunToRun runToRun;
    private final IterationTrend trend;
    private final VariancePrior prior;
    private final double doubt;

    private SuiteNoise(RunToRun runToRun, IterationTrend trend, VariancePrior prior, double doubt) {
        this.runToRun = runToRun;
        this.trend = trend;
        this.prior = prior;
        this.doubt = doubt;
    }

    /** What a suite teaches; an empty suite leaves the built-in prior. */
    public static SuiteNoise fit(List<Scatter> suite) {
        RunToRun runToRun = RunToRun.fit(suite);
        IterationTrend trend = IterationTrend.fit(suite, BUILT_IN.variance());
        double[] variances = new double[suite.size()];
        double[] degreesOfFreedom = new double[suite.size()];
        int known = 0;
        for (Scatter series : suite) {
            Pooled pooled = Pooled.of(series, runToRun);
            if (pooled.degreesOfFreedom > 0) {
                variances[known] = pooled.variance / trend.factor(series.iterations());
                degreesOfFreedom[known] = pooled.degreesOfFreedom;
                known++;
            }
        }
        VariancePrior prior = VariancePrior.fit(
                Arrays.copyOf(variances, known), Arrays.copyOf(degreesOfFreedom, known), BUILT_IN, BUILT_IN_WEIGHT);
        double share = DOUBTED_SERIES / (DOUBTED_SERIES + known);
        return new SuiteNoise(runToRun, trend, prior, share * share);
    }

    /** The suite's prior for a series whose iterations scatter as usual. */
    public VariancePrior prior() {
        return prior;
    }

    public RunToRun runToRun() {
        return runToRun;
    }

    /** The noise of one series of the suite. */
    public Noise of(Scatter series) {
        Pooled pooled = Pooled.of(series, runToRun);
        VariancePrior believed = prior.scaled(trend.factor(series.iterations())).believedBy(pooled.variance, doubt);
        double variance = Math.max(SMALLEST_VARIANCE, believed.shrink(pooled.variance, pooled.degreesOfFreedom));
        double runShare = Math.max(0, runToRun.factor() - 1) / series.forksPerRun();
        double degreesOfFreedom =
                Math.min(believed.degreesOfFreedom() + pooled.degreesOfFreedom, mostDegreesOfFreedom(series));
        return new Noise(variance, degreesOfFreedom, runShare, series.forksPerRun());
    }

    private static double mostDegreesOfFreedom(Scatter series) {
        int forks = Math.min(series.baseline().forks(), series.candidate().forks());
        int runs = series.baseline().runs() + series.candidate().runs() - 1;
        return forks * (MOST_DEGREES_OF_FREEDOM_A_FORK + MOST_DEGREES_OF_FREEDOM_A_FORK_AND_RUN * runs);
    }

    /** A series' own variance of one fork, runs included, and its degrees of freedom (0 and 0 when it has none). */
    private record Pooled(double variance, double degreesOfFreedom) {

        static Pooled of(Scatter series, RunToRun runToRun) {
            double worth = runToRun.worth(series.withinDegreesOfFreedom());
            double sum = 0;
            double degreesOfFreedom = 0;
            if (worth > 0) {
                sum += worth * series.within() * runToRun.factor();
                degreesOfFreedom += worth;
            }
            if (series.betweenDegreesOfFreedom() > 0) {
                sum += series.betweenDegreesOfFreedom() * series.between();
                degreesOfFreedom += series.betweenDegreesOfFreedom();
            }
            return new Pooled(degreesOfFreedom == 0 ? 0 : sum / degreesOfFreedom, degreesOfFreedom);
        }
    }
}
