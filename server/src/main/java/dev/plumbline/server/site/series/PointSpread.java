package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import java.util.Arrays;

/**
 * Mean and spread of a few values, by Student's t.
 *
 * @param mean the mean
 * @param count how many values
 * @param halfWidthOfMean half the width of the 95 % interval of the mean, NaN below two values
 * @param halfWidthOfNext half the width of the interval that the next value lies in with 95 % probability, NaN below
 *     two values
 */
record PointSpread(double mean, int count, double halfWidthOfMean, double halfWidthOfNext) {

    private static final double UPPER = 0.975;

    static PointSpread of(double[] values, StudentT studentT) {
        int count = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (count < 2) {
            return new PointSpread(mean, count, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = studentT.quantile(UPPER, count - 1) * Math.sqrt(squares / (count - 1));
        return new PointSpread(mean, count, half / Math.sqrt(count), half * Math.sqrt(1 + 1.0 / count));
    }
}
