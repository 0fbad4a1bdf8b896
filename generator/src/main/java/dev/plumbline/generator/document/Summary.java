package dev.plumbline.generator.document;

import java.util.Arrays;

/**
 * What JMH says of the iterations of all forks together.
 *
 * @param mean their mean
 * @param error half the width of its interval, about as JMH has it at 99.9 %
 * @param least the least of them
 * @param median their median
 * @param most the largest of them
 */
record Summary(double mean, double error, double least, double median, double most) {

    private static final double ERRORS = 4;

    static Summary of(double[][] raw) {
        double[] sorted =
                Arrays.stream(raw).flatMapToDouble(Arrays::stream).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares =
                Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum();
        double error = sorted.length < 2 ? 0 : ERRORS * Math.sqrt(squares / (sorted.length - 1.0) / sorted.length);
        return new Summary(mean, error, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
