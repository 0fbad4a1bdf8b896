package dev.plumbline.analysis.verdict;

/**
 * The level of one side of a comparison, and how much was measured to know it.
 *
 * @param value the level in the metric's base unit; NaN if there is none
 * @param runs the number of runs whose level it is
 * @param forks how many forks they have together
 */
public record Level(double value, int runs, int forks) {

    /** Nothing was measured. */
    public static final Level NONE = new Level(Double.NaN, 0, 0);

    /** Whether there is a level. */
    public boolean known() {
        return !Double.isNaN(value);
    }
}
