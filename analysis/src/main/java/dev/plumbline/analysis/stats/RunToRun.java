package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * How much more the runs of a suite scatter than their forks explain. The mean square inside runs, times {@link
 * #factor}, predicts the mean square between runs; how well it does so is worth at most {@link
 * #mostDegreesOfFreedom}. So a suite on a quiet machine profits from every fork of its history, and one whose
 * machine differs from run to run trusts only what it saw between runs.
 *
 * @param factor the ratio of the two mean squares, at least 1 in expectation; 1 when runs add nothing
 * @param mostDegreesOfFreedom what a mean square inside runs is worth as a forecast at best; positive
 */
public record RunToRun(double factor, double mostDegreesOfFreedom) {

    /** When nothing is known about runs: only forks count. */
    public static final RunToRun UNKNOWN = new RunToRun(1, Double.POSITIVE_INFINITY);

    /** The prior for a suite with history: runs double the variance, give or take a factor of 4. */
    private static final double BUILT_IN_LOG_FACTOR = Math.log(2);

    private static final double BUILT_IN_EXCESS = Math.log(4) * Math.log(4);

    /** How many series that prior is worth. */
    private static final double BUILT_IN_WEIGHT = 2;

    private static final double LARGEST_LOG_RATIO = 12;

    /** The link learned from all series that have both mean squares; {@link #UNKNOWN} when none has. */
    public static RunToRun fit(List<Scatter> suite) {
        double sum = 0;
        double squares = 0;
        double sampling = 0;
        int size = 0;
        for (Scatter series : suite) {
            if (series.within() > 0 && series.between() > 0) {
                double ratio = Math.log(series.between())
                        - VariancePrior.logBias(series.betweenDegreesOfFreedom())
                        - Math.log(series.within())
                        + VariancePrior.logBias(series.withinDegreesOfFreedom());
                ratio = Math.max(-LARGEST_LOG_RATIO, Math.min(LARGEST_LOG_RATIO, ratio));
                sum += ratio;
                squares += ratio * ratio;
                sampling += Trigamma.of(series.betweenDegreesOfFreedom() / 2.0)
                        + Trigamma.of(series.withinDegreesOfFreedom() / 2.0);
                size++;
            }
        }
        if (size == 0) {
            return UNKNOWN;
        }
        double total = size + BUILT_IN_WEIGHT;
        double mean = (sum + BUILT_IN_WEIGHT * BUILT_IN_LOG_FACTOR) / total;
        double distances = squares - 2 * mean * sum + size * mean * mean;
        double builtInDistance = BUILT_IN_LOG_FACTOR - mean;
        double excess = (distances - sampling + BUILT_IN_WEIGHT * (BUILT_IN_EXCESS + builtInDistance * builtInDistance))
                / Math.max(1, total - 1);
        double degreesOfFreedom = excess <= 0 ? Double.POSITIVE_INFINITY : 2 * Trigamma.inverse(excess);
        return new RunToRun(Math.exp(Math.max(0, mean)), degreesOfFreedom);
    }

    /** What a mean square inside runs with d degrees of freedom is worth as a forecast of the one between runs. */
    double worth(int withinDegreesOfFreedom) {
        if (withinDegreesOfFreedom == 0) {
            return 0;
        }
        double own = Trigamma.of(withinDegreesOfFreedom / 2.0);
        double link = Double.isInfinite(mostDegreesOfFreedom) ? 0 : Trigamma.of(mostDegreesOfFreedom / 2);
        return link == 0 ? withinDegreesOfFreedom : 2 * Trigamma.inverse(own + link);
    }
}
