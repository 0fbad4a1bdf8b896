package dev.plumbline.analysis.subject;

import java.util.List;

/**
 * The scale on which values are compared: their logarithm or, if a value is zero or negative, the value divided by a typical
 * size. On both, a difference of 0.01 is about one percent.
 *
 * @param logarithmic whether it is the logarithm
 * @param size what a value is divided by, positive
 */
public record Scale(boolean logarithmic, double size) {

    private static final Scale LOGARITHM = new Scale(true, 1);

    /** The scale that fits all these values. */
    public static Scale of(List<double[]> runs) {
        return of(runs, List.of());
    }

    /** The scale that fits the values of both sides. */
    public static Scale of(List<double[]> runs, List<double[]> further) {
        double sum = 0;
        int count = 0;
        boolean positive = true;
        for (double[] run : runs) {
            for (double value : run) {
                positive &= value > 0;
                sum += Math.abs(value);
                count++;
            }
        }
        for (double[] run : further) {
            for (double value : run) {
                positive &= value > 0;
                sum += Math.abs(value);
                count++;
            }
        }
        double size = Math.min(sum, Double.MAX_VALUE) / Math.max(1, count);
        return positive ? LOGARITHM : new Scale(false, size > 0 ? size : 1);
    }

    public double apply(double value) {
        return logarithmic ? Math.log(value) : value / size;
    }

    public double[] apply(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = apply(values[i]);
        }
        return scaled;
    }

    public List<double[]> apply(List<double[]> runs) {
        return runs.stream().map(this::apply).toList();
    }

    /** The value at a place on the scale. */
    public double value(double place) {
        return logarithmic ? Math.exp(place) : place * size;
    }

    /** The ratio of the value {@code difference} above {@code place} to the one at {@code place}; NaN when that is not positive. */
    public double ratio(double place, double difference) {
        if (logarithmic) {
            return Math.exp(difference);
        }
        return place > 0 ? (place + difference) / place : Double.NaN;
    }
}
