package dev.plumbline.analysis.verdict;

/**
 * How far something moved, as a ratio with its interval. Each is NaN if it is not known.
 *
 * @param ratio after / before; for a series candidate / baseline in the metric's own unit, whatever its direction
 * @param low lower end of the ratio's interval
 * @param high upper end of the ratio's interval
 */
public record Effect(double ratio, double low, double high) {

    /** No ratio: a side is missing, or too near to zero. */
    public static final Effect UNKNOWN = new Effect(Double.NaN, Double.NaN, Double.NaN);

    /** A ratio of which no interval is known. */
    public static Effect of(double ratio) {
        return new Effect(ratio, Double.NaN, Double.NaN);
    }

    /** Whether there is a ratio. */
    public boolean known() {
        return !Double.isNaN(ratio);
    }
}
