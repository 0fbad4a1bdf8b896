package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;

/**
 * A shift of the movement that an environment's benchmarks share.
 *
 * @param runId the first run behind it
 * @param previousRunId the last run before it
 * @param earliestRunId the first run at which it may be, with 95 % confidence
 * @param latestRunId the last run at which it may be
 * @param state suspected or confirmed
 * @param ratio after / before, higher is worse
 * @param ratioLow lower end of the ratio's interval
 * @param ratioHigh upper end
 * @param pValue two-sided
 * @param worse whether it is for the worse
 * @param moved how many benchmarks moved with it
 * @param series how many benchmarks it was estimated from
 */
public record StoredShift(
        long runId,
        long previousRunId,
        long earliestRunId,
        long latestRunId,
        ChangePoint.State state,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        boolean worse,
        int moved,
        int series) {

    /** As a change point of a series that begins at {@code before}, so that both are grouped and fixed by the same rule. */
    public StoredChangePoint asChangePoint(double before) {
        return new StoredChangePoint(
                0,
                runId,
                previousRunId,
                earliestRunId,
                latestRunId,
                state,
                before,
                before * ratio,
                ratio,
                ratioLow,
                ratioHigh,
                pValue,
                worse);
    }
}
