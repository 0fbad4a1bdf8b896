package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * What the iterations of a series predict about its forks: if iterations scatter more, forks do too. The location of the
 * prior of fork variances moves with the 0.3rd power of the variance that iterations give a fork's mean, as the trended prior of
 * Sartor et al. (2006) and of R's limma moves with a covariate. On 297 public JMH benchmarks the regression of log variances has a slope
 * of 0.6; half of it loses nothing if iterations are misleading, and keeps most of the gain otherwise.
 */
final class IterationTrend {

    private static final double SLOPE = 0.3;

    /** A standard error of 0.01 %: below it, and above 100 %, iterations say nothing more about forks. */
    private static final double SMALLEST_VARIANCE = 1e-8;

    private static final double LARGEST_VARIANCE = 1;

    private final double neutralVariance;
    private final double factorOfUnknown;

    private IterationTrend(double neutralVariance, double factorOfUnknown) {
        this.neutralVariance = neutralVariance;
        this.factorOfUnknown = factorOfUnknown;
    }

    /**
     * The trend in a suite; series of unknown iterations are treated as average.
     *
     * @param neutralVariance of a fork's mean by its iterations, at which the prior is as it stands
     */
    static IterationTrend fit(List<Scatter> suite, double neutralVariance) {
        IterationTrend trend = new IterationTrend(neutralVariance, 1);
        double average = suite.stream()
                .map(Scatter::iterations)
                .filter(IterationScatter::known)
                .mapToDouble(iterations -> Math.log(trend.factor(iterations)))
                .average()
                .orElse(0);
        return new IterationTrend(neutralVariance, Math.exp(average));
    }

    /** What the prior's variance is multiplied with for a series. */
    double factor(IterationScatter iterations) {
        if (!iterations.known()) {
            return factorOfUnknown;
        }
        double variance = Math.max(SMALLEST_VARIANCE, Math.min(LARGEST_VARIANCE, iterations.ofForkMean()));
        return Math.pow(variance / neutralVariance, SLOPE);
    }
}
