package dev.plumbline.analysis.stats;

/**
 * The summary of some numbers.
 *
 * @param mean the arithmetic mean; NaN when there are none
 * @param sumOfSquares the sum of squared distances from the mean; 0 when there are fewer than two
 * @param size how many
 */
public record Sample(double mean, double sumOfSquares, int size) {

    /** The sample of these finite numbers. Two passes, so that a small spread on a large mean keeps its digits. */
    public static Sample of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Sample(mean, squares, values.length);
    }

    /** How far each of these finite numbers lies from their mean; exactly 0 for equal numbers, whatever their mean rounds to. */
    static double[] residuals(double[] values) {
        double[] residuals = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            residuals[i] = values[i] - values[0];
            sum += residuals[i];
        }
        for (int i = 0; i < values.length; i++) {
            residuals[i] -= sum / values.length;
        }
        return residuals;
    }

    /** The unbiased variance, with {@link #degreesOfFreedom()}; NaN when there are fewer than two numbers. */
    public double variance() {
        return size < 2 ? Double.NaN : sumOfSquares / (size - 1);
    }

    /** One less than the size, never negative. */
    public int degreesOfFreedom() {
        return Math.max(0, size - 1);
    }
}
