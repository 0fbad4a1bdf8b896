package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * The noise of the differences between paired forks, shrunk toward what the suite teaches (Smyth 2004). What both forks of a
 * pair share, such as a machine that is slow at the time, is not included.
 */
public final class PairedNoise {

    /** Two independent forks of the built-in prior of {@link SuiteNoise}. */
    private static final VariancePrior BUILT_IN =
            new VariancePrior(SuiteNoise.BUILT_IN.degreesOfFreedom(), 2 * SuiteNoise.BUILT_IN.variance());

    /** How many series the built-in prior is worth beside those of the suite. */
    private static final double BUILT_IN_WEIGHT = 5;

    /** A standard deviation of 0.001 % of the value: no clock and no profiler repeats itself better than that. */
    private static final double SMALLEST_VARIANCE = 1e-10;

    private final VariancePrior prior;

    private PairedNoise(VariancePrior prior) {
        this.prior = prior;
    }

    /** What a suite's differences teach, each series with at least two; an empty suite leaves the built-in prior. */
    public static PairedNoise fit(List<Sample> suite) {
        return new PairedNoise(VariancePrior.fit(
                suite.stream().mapToDouble(Sample::variance).toArray(),
                suite.stream().mapToDouble(Sample::degreesOfFreedom).toArray(),
                BUILT_IN,
                BUILT_IN_WEIGHT));
    }

    /** The mean difference of one series of the suite, with its standard error. */
    public Estimate of(Sample differences) {
        double variance =
                Math.max(SMALLEST_VARIANCE, prior.shrink(differences.variance(), differences.degreesOfFreedom()));
        double degreesOfFreedom = prior.degreesOfFreedom() + differences.degreesOfFreedom();
        return new Estimate(differences.mean(), Math.sqrt(variance / differences.size()), degreesOfFreedom);
    }
}
