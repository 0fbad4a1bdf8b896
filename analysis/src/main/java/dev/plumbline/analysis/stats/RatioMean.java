package dev.plumbline.analysis.stats;

/**
 * The geometric mean of ratios with its interval.
 *
 * @param ratio exp of the mean of the logarithms
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param size the number of ratios
 */
public record RatioMean(double ratio, double low, double high, int size) {

    /**
     * The geometric mean of {@code exp(logRatios)}. Its interval is about benchmarks like these, so it is the t-interval of their
     * mean, as wide as the benchmarks differ from each other; what they differ by includes the error that each was measured with.
     * A few of them may agree by chance, and many that do not differ at all are still measured: so it is never narrower than
     * what the errors of measurement alone give these very benchmarks, √(Σ hᵢ²)/n.
     *
     * @param logRatios at least two finite numbers
     * @param halfWidths hᵢ of their intervals, in log units at the same confidence; 0 if it is not known
     * @param confidence in (0, 1)
     */
    public static RatioMean of(double[] logRatios, double[] halfWidths, double confidence, StudentT studentT) {
        if (logRatios.length < 2) {
            throw new IllegalArgumentException(
                    "a geometric mean with an interval needs at least 2 ratios, got " + logRatios.length);
        }
        Sample sample = Sample.of(logRatios);
        double spread = studentT.quantile((1 + confidence) / 2, sample.degreesOfFreedom())
                * Math.sqrt(sample.variance() / sample.size());
        double squares = 0;
        for (double halfWidth : halfWidths) {
            squares += halfWidth * halfWidth;
        }
        double half = Math.max(spread, Math.sqrt(squares) / sample.size());
        return new RatioMean(
                Math.exp(sample.mean()), Math.exp(sample.mean() - half), Math.exp(sample.mean() + half), sample.size());
    }
}
