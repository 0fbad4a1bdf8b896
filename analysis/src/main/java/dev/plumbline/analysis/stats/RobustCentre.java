package dev.plumbline.analysis.stats;

import java.util.Arrays;

/**
 * The common centre of numbers of which each has a scale of its own and nearly half may be arbitrarily wrong: Tukey's
 * biweight, started from the median. Numbers far from the rest get no weight, so that a minority which sits somewhere else does not
 * pull the centre towards itself as it pulls a median.
 *
 * @param value the centre
 * @param standardError of the centre, from the distances of the numbers that have weight; NaN when fewer than two have weight
 * @param weights the share of each number in the centre, 0 or more, together 1
 */
public record RobustCentre(double value, double standardError, double[] weights) {

    /** Beyond this many scales a number has no weight: 95 % efficiency for normal numbers (Beaton and Tukey 1974). */
    private static final double REJECTION = 4.685;

    private static final int STEPS = 6;
    private static final double SMALLEST_SLOPE_SHARE = 0.5;

    /** No number's scale counts as smaller than this share of the median scale, so that no few numbers dominate. */
    private static final double SMALLEST_SCALE_SHARE = 0.5;

    /** … nor as smaller than this share of how far the numbers lie apart, or the centre would jump between a few that agree by chance. */
    private static final double SPREAD_SHARE = 0.25;

    /**
     * The centre of some numbers.
     *
     * @param numbers at least one, finite
     * @param scales the standard deviation of each, 0 or more
     * @param smallestScale what a scale counts as at least, positive
     */
    public static RobustCentre of(double[] numbers, double[] scales, double smallestScale) {
        int size = numbers.length;
        double floor = Math.max(smallestScale, SMALLEST_SCALE_SHARE * Median.select(scales.clone()));
        double centre = Median.select(numbers.clone());
        double[] distances = new double[size];
        for (int i = 0; i < size; i++) {
            distances[i] = Math.abs(numbers[i] - centre);
        }
        floor = Math.max(floor, SPREAD_SHARE * Median.NORMAL_CONSISTENCY * Median.select(distances));
        double[] bounded = new double[size];
        for (int i = 0; i < size; i++) {
            bounded[i] = Math.max(floor, scales[i]);
        }
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < size; i++) {
                double distance = (numbers[i] - centre) / (REJECTION * bounded[i]);
                double kept = Math.max(0, 1 - distance * distance);
                weights[i] = kept * kept / (bounded[i] * bounded[i]);
                sum += weights[i] * numbers[i];
                total += weights[i];
            }
            if (!(total > 0)) {
                Arrays.fill(weights, 1.0 / size);
                return new RobustCentre(centre, Double.NaN, weights);
            }
            for (int i = 0; i < size; i++) {
                weights[i] /= total;
            }
            double next = sum / total;
            boolean settled = Math.abs(next - centre) < 1e-3 * floor;
            centre = next;
            if (settled) {
                break;
            }
        }
        return new RobustCentre(centre, standardError(numbers, bounded, centre), weights);
    }

    /**
     * Of an M-estimator: √Σψ² / Σψ′, ψ the biweight's influence (Huber 1981, section 6.5). If the numbers spread over the whole range of the
     * biweight, the slopes of some take those of others away, and a centre of numbers that agree well enough would seem
     * unknown; they count as half of the weights at least.
     */
    private static double standardError(double[] numbers, double[] scales, double centre) {
        double squares = 0;
        double slopes = 0;
        double total = 0;
        int counted = 0;
        for (int i = 0; i < numbers.length; i++) {
            double distance = (numbers[i] - centre) / (REJECTION * scales[i]);
            double kept = 1 - distance * distance;
            if (kept > 0) {
                double influence = kept * kept * (numbers[i] - centre) / (scales[i] * scales[i]);
                squares += influence * influence;
                slopes += kept * (1 - 5 * distance * distance) / (scales[i] * scales[i]);
                total += kept * kept / (scales[i] * scales[i]);
                counted++;
            }
        }
        return counted < 2
                ? Double.NaN
                : Math.sqrt(squares * counted / (counted - 1)) / Math.max(slopes, SMALLEST_SLOPE_SHARE * total);
    }
}
