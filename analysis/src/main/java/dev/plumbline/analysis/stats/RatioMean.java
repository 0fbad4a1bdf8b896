package dev.plumbline.analysis.stats;

/**
 * The geometric mean of ratios with its interval.
 *
 * @param ratio exp of the mean of the logarithms
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param size of how many ratios
 */
public record RatioMean(double ratio, double low, double high, int size) {

    /**
     * The geometric mean of {@code exp(logRatios)}, with the t-interval of their mean: it speaks of benchmarks like these,
     * so it is as wide as the benchmarks differ from each other.
     *
     * @param logRatios at least two finite numbers
     * @param confidence in (0, 1)
     */
    public static RatioMean of(double[] logRatios, double confidence, StudentT studentT) {
        if (logRatios.length < 2) {
            throw new IllegalArgumentException(
                    "a geometric mean with an interval needs at least 2 ratios, got " + logRatios.length);
        }
        Sample sample = Sample.of(logRatios);
        double half = studentT.quantile((1 + confidence) / 2, sample.degreesOfFreedom())
                * Math.sqrt(sample.variance() / sample.size());
        return new RatioMean(
                Math.exp(sample.mean()), Math.exp(sample.mean() - half), Math.exp(sample.mean() + half), sample.size());
    }
}
