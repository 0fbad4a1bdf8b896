package dev.plumbline.analysis.stats;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * What a suite teaches about the variance of one of its benchmarks before that benchmark is measured: a scaled inverse
 * χ² distribution (Smyth 2004, section 3). A variance s² with d degrees of freedom is shrunk to
 * {@code (d₀ s₀² + d s²) / (d₀ + d)} and then has d₀ + d degrees of freedom.
 *
 * @param degreesOfFreedom d₀, how many observations the prior is worth; positive
 * @param variance s₀², the prior's location; positive
 */
public record VariancePrior(double degreesOfFreedom, double variance) {

    /** With more degrees of freedom than this, the prior would drown out any evidence of an individual benchmark. */
    private static final double MOST_DEGREES_OF_FREEDOM = 200;

    /** A variance below this share of the suite's median is rounding, not noise; its logarithm would dominate the moments. */
    private static final double SMALLEST_SHARE_OF_MEDIAN = 1e-5;

    /** Log variances farther than this many robust standard deviations from their median are limited to it. */
    private static final double WINSOR_LIMIT = 3;

    /** The share of the prior's variance above which an observed one begins to outweigh a prior that is doubted. */
    private static final double YIELDS_FROM = 0.5;

    /**
     * The prior of a suite, by moments of log variances (Smyth 2004, section 6.2; the sampling terms are divided by one fewer
     * than the series too, which at eight series gives a fifth more degrees of freedom, at hundreds none) that are winsorised so that a few
     * outlier or zero variances do not move it (after Phipson et al. 2016), blended with a built-in prior that counts as
     * {@code builtInWeight} further series: a suite of one learns nothing about itself, a suite of hundreds needs no other.
     *
     * @param variances one per series, not negative
     * @param degreesOfFreedom of each variance, positive
     * @param builtIn the prior without a suite
     * @param builtInWeight how many series that prior is worth; positive
     */
    public static VariancePrior fit(
            double[] variances, double[] degreesOfFreedom, VariancePrior builtIn, double builtInWeight) {
        int size = variances.length;
        double[] positive = Arrays.stream(variances).filter(v -> v > 0).toArray();
        if (positive.length == 0) {
            return builtIn;
        }
        double floor = SMALLEST_SHARE_OF_MEDIAN * Median.of(positive);
        double[] locations = new double[size];
        for (int i = 0; i < size; i++) {
            locations[i] = Math.log(Math.max(variances[i], floor)) - logBias(degreesOfFreedom[i]);
        }
        winsorise(locations);

        double builtInLocation = Math.log(builtIn.variance) - logBias(builtIn.degreesOfFreedom);
        double total = size + builtInWeight;
        double location = (Arrays.stream(locations).sum() + builtInWeight * builtInLocation) / total;
        double builtInDistance = builtInLocation - location;
        double excess = builtInWeight * (builtInDistance * builtInDistance + Trigamma.of(builtIn.degreesOfFreedom / 2));
        for (int i = 0; i < size; i++) {
            double distance = locations[i] - location;
            excess += distance * distance - Trigamma.of(degreesOfFreedom[i] / 2);
        }
        excess /= Math.max(1, total - 1);
        double fitted = excess <= Trigamma.of(MOST_DEGREES_OF_FREEDOM / 2)
                ? MOST_DEGREES_OF_FREEDOM
                : 2 * Trigamma.inverse(excess);
        return new VariancePrior(fitted, Math.exp(location + logBias(fitted)));
    }

    /** The same prior for series that scatter {@code factor} times as much. */
    VariancePrior scaled(double factor) {
        return new VariancePrior(degreesOfFreedom, variance * factor);
    }

    /**
     * The same prior as far as a series trusts it. A variance far above its location is the series' own: shrinking it
     * would call noise a finding in suites that are noisier than those the prior comes from. {@code doubt} goes from 0 (the suite
     * taught this prior, so outliers are what it foresees) to just under 1 (nothing did); the degrees of freedom fall with the square of
     * s₀²/2s² from where s² is half of s₀².
     */
    VariancePrior believedBy(double observed, double doubt) {
        double ratio = YIELDS_FROM * variance / observed;
        double share = 1 - doubt * (1 - Math.min(1, ratio * ratio));
        return new VariancePrior(degreesOfFreedom * share, variance);
    }

    /** The variance after shrinkage; it has {@code degreesOfFreedom + this.degreesOfFreedom()} degrees of freedom. */
    public double shrink(double observed, double observedDegreesOfFreedom) {
        return (degreesOfFreedom * variance + observedDegreesOfFreedom * observed)
                / (degreesOfFreedom + observedDegreesOfFreedom);
    }

    /** E[log s²] − log σ² of a sample variance with d degrees of freedom: ψ(d/2) − log(d/2). */
    static double logBias(double degreesOfFreedom) {
        return Gamma.digamma(degreesOfFreedom / 2) - Math.log(degreesOfFreedom / 2);
    }

    private static void winsorise(double[] values) {
        double centre = Median.of(values);
        double limit = WINSOR_LIMIT * Median.scaleAround(centre, values);
        if (limit > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(centre + limit, Math.max(centre - limit, values[i]));
            }
        }
    }
}
