package dev.plumbline.analysis.verdict;

/**
 * The verdict on the movement that the benchmarks of a run share. It is separate from the benchmarks' own verdicts, and it
 * is a finding like theirs: a change of the code that slows down most of them appears here and nowhere else. Ratios are this run /
 * the suite's level before, higher is worse; numbers that are not known are NaN.
 *
 * @param outcome regressed or improved if the movement is relevant and outside what the suite's own history predicts, or if the suite is large
 *     and has hardly any history
 * @param effect how far the suite moved, its interval from how the benchmarks agree on it
 * @param expectedLow lower end of the range in which the suite's history predicted this run
 * @param expectedHigh upper end of that range
 * @param pValue two-sided, of a movement this far from the prediction
 * @param baselineRuns how many runs the prediction is based on
 * @param moved how many benchmarks moved with it, by at least half of the shared movement
 * @param series how many benchmarks it was estimated from; 0 if there was nothing to estimate
 * @param takenOut whether the movement was removed before the benchmarks' own verdicts; not with too little history
 */
public record SuiteVerdict(
        Outcome outcome,
        Effect effect,
        double expectedLow,
        double expectedHigh,
        double pValue,
        int baselineRuns,
        int moved,
        int series,
        boolean takenOut) {

    /** Too few benchmarks, or none that has a level: there is no suite. */
    public static final SuiteVerdict NONE =
            new SuiteVerdict(Outcome.INCONCLUSIVE, Effect.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, false);

    /** Whether there is anything to say. */
    public boolean known() {
        return series > 0;
    }

    /** Whether the suite moved farther than its history explains, or is large, moved and has hardly any history. */
    public boolean finding() {
        return known() && outcome.changed();
    }

    /** Whether most benchmarks moved the same way and there was too little history to remove that. */
    public boolean warning() {
        return known() && !takenOut;
    }
}
