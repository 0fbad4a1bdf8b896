package dev.plumbline.analysis.judge;

/**
 * What few forks say of the far tails. Real forks have heavier tails than Student's t, and a mean over forks loses them fork by fork. Down
 * to {@value #KNOWN} that makes no difference that could be seen in real forks; below, where a comparison among hundreds of series is
 * decided, the tail falls more slowly: as a power of what t gives.
 *
 * <pre>p' = p (0.01 / p)^γ,  γ = 0.55 / f · (20 − n) / 8, at most 0.55 / f and at least 0</pre>
 *
 * <p>with f forks on the smaller side and n on both. Fitted to real forks (E2).
 */
final class FewForks {

    /** Down to here p-values are right with any number of forks. */
    private static final double KNOWN = 0.01;

    /** γ with one fork on the smaller side. */
    private static final double SLOWER = 0.55;

    /** So many forks on both sides show the tails. */
    private static final int ENOUGH = 20;

    /** And so many fewer than that show nothing of them. */
    private static final double RANGE = 8;

    private FewForks() {}

    /**
     * The p-value of a comparison of few forks.
     *
     * @param pValue what Student's t gives
     * @param smaller the forks of the smaller side, at least 1
     * @param all the forks of both sides
     */
    static double pValue(double pValue, int smaller, int all) {
        if (pValue >= KNOWN || pValue <= 0) {
            return pValue;
        }
        double slower = SLOWER / smaller * Math.max(0, Math.min(1, (ENOUGH - all) / RANGE));
        return pValue * Math.pow(KNOWN / pValue, slower);
    }
}
