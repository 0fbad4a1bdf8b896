package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * The noise of every series of a suite, each series' own evidence combined with what the suite teaches: first the
 * forks inside runs as a forecast of the scatter between runs ({@link RunToRun}), then all of it shrunk toward the suite's
 * common prior ({@link VariancePrior}).
 */
public final class SuiteNoise {

    /**
     * The prior without a suite, fitted on the fork means of 297 public JMH benchmarks (three forks, five seconds of
     * warm-up) in log units: one degree of freedom around a standard deviation of 1.8 %.
     */
    public static final VariancePrior BUILT_IN = new VariancePrior(1.0, 3.2e-4);

    /** How many series the built-in prior is worth beside those of the suite. */
    private static final double BUILT_IN_WEIGHT = 5;

    /** A standard deviation of 0.001 % of the value: no clock and no profiler repeats itself better than that. */
    private static final double SMALLEST_VARIANCE = 1e-10;

    /**
     * Real forks have heavier tails than normal ones, and few runs do not show them: whatever the arithmetic gives, a
     * variance is worth no more degrees of freedom than this and half of one more a run. On the public benchmarks that keeps the
     * share of false findings in whole runs at what is promised; without it, it is nearly twice that.
     */
    private static final double MOST_DEGREES_OF_FREEDOM = 8;

    private final RunToRun runToRun;
    private final VariancePrior prior;

    private SuiteNoise(RunToRun runToRun, VariancePrior prior) {
        this.runToRun = runToRun;
        this.prior = prior;
    }

    /** What a suite teaches; an empty suite leaves the built-in prior. */
    public static SuiteNoise fit(List<Scatter> suite) {
        RunToRun runToRun = RunToRun.fit(suite);
        double[][] known = suite.stream()
                .map(series -> pooled(series, runToRun))
                .filter(pooled -> pooled[1] > 0)
                .toArray(double[][]::new);
        double[] variances = new double[known.length];
        double[] degreesOfFreedom = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            variances[i] = known[i][0];
            degreesOfFreedom[i] = known[i][1];
        }
        return new SuiteNoise(runToRun, VariancePrior.fit(variances, degreesOfFreedom, BUILT_IN, BUILT_IN_WEIGHT));
    }

    public VariancePrior prior() {
        return prior;
    }

    public RunToRun runToRun() {
        return runToRun;
    }

    /** The noise of one series of the suite. */
    public Noise of(Scatter series) {
        double[] pooled = pooled(series, runToRun);
        double variance = Math.max(SMALLEST_VARIANCE, prior.shrink(pooled[0], pooled[1]));
        double runShare = Math.max(0, runToRun.factor() - 1) / series.forksPerRun();
        double degreesOfFreedom = Math.min(
                prior.degreesOfFreedom() + pooled[1],
                MOST_DEGREES_OF_FREEDOM
                        + (series.baseline().runs() + series.candidate().runs() - 1) / 2.0);
        return new Noise(variance, degreesOfFreedom, runShare, series.forksPerRun());
    }

    /** A series' own variance of one fork, runs included, and its degrees of freedom (0 and 0 when it has none). */
    private static double[] pooled(Scatter series, RunToRun runToRun) {
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
        return new double[] {degreesOfFreedom == 0 ? 0 : sum / degreesOfFreedom, degreesOfFreedom};
    }
}
