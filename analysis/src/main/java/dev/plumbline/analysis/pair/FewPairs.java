package dev.plumbline.analysis.pair;

/**
 * What few pairs say of the tails. Differences of real forks have heavier tails than Student's t: forks that keep to two levels can differ three
 * times in a row by the same amount. So below {@value #KNOWN} the p-value of few pairs falls more slowly, as a power of what t gives.
 *
 * <pre>p' = p (0.05 / p)^γ,  γ = 1 / n · (10 − n) / 4, at most 1 / n and at least 0</pre>
 *
 * <p>of n pairs. Fitted to real forks (E8).
 */
final class FewPairs {

    /** Down to here p-values are right with any number of pairs. */
    private static final double KNOWN = 0.05;

    /** So many pairs show the tails. */
    private static final int ENOUGH = 10;

    /** And so many fewer than that show nothing of them. */
    private static final double RANGE = 4;

    private FewPairs() {}

    /**
     * The p-value of one look.
     *
     * @param pValue what Student's t gives; NaN stays NaN
     * @param pairs that it was computed from, at least 1
     */
    static double pValue(double pValue, int pairs) {
        if (!(pValue > 0 && pValue < KNOWN)) {
            return pValue;
        }
        double slower = Math.max(0, Math.min(1, (ENOUGH - pairs) / RANGE)) / pairs;
        return pValue * Math.pow(KNOWN / pValue, slower);
    }
}
