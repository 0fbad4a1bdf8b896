package dev.plumbline.analysis.threshold;

/**
 * What a classic model computes from a baseline, in the unit of its values.
 *
 * @param baseline the level; NaN if the model has none
 * @param lower below it a value crosses; NaN if there is no such limit
 * @param upper above it a value crosses; NaN if there is no such limit
 */
public record Limits(double baseline, double lower, double upper) {

    /** No limits: the baseline is too short for the model, or of a kind that the model can't handle. */
    public static final Limits NONE = new Limits(Double.NaN, Double.NaN, Double.NaN);

    /** Whether there is anything to cross. */
    public boolean known() {
        return !Double.isNaN(lower) || !Double.isNaN(upper);
    }

    /** -1 if a value lies below the lower limit, 1 if it lies above the upper one, 0 elsewhere. */
    public int side(double value) {
        return value < lower ? -1 : value > upper ? 1 : 0;
    }
}
