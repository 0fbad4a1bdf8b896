package dev.plumbline.analysis.verdict;

/**
 * What is said of the movement that the benchmarks of a run share. It is told apart from the benchmarks' own verdicts, and it
 * is a finding like theirs: a change of the code that slows most of them shows here and nowhere else. Ratios are this run /
 * the suite's level before, higher is worse; numbers that are not known are NaN.
 *
 * @param outcome regressed or improved where the movement is relevant and outside of what the suite's own history predicts
 * @param effect how far the suite moved, its interval from how the benchmarks agree on it
 * @param expectedLow lower end of the range in which the suite's history predicted this run
 * @param expectedHigh upper end of that range
 * @param pValue two-sided, of a movement this far from the prediction
 * @param baselineRuns how many runs the prediction rests on
 * @param moved how many benchmarks moved with it, by at least half of the shared movement
 * @param series how many benchmarks there were to tell; 0 if there was nothing to tell
 * @param takenOut whether the benchmarks' own verdicts have the movement taken out; not with too little history
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

    /** Too few benchmarks, or none that has a level: there is no suite to speak of. */
    public static final SuiteVerdict NONE =
            new SuiteVerdict(Outcome.INCONCLUSIVE, Effect.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, false);

    /** Whether there is anything to say. */
    public boolean known() {
        return series > 0;
    }

    /** Whether the suite moved farther than its history explains. */
    public boolean finding() {
        return known() && outcome.changed();
    }

    /** Whether most benchmarks moved the same way and too little history was there to take it out. */
    public boolean warning() {
        return known() && !takenOut;
    }
}
