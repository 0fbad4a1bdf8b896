package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;

/**
 * A level shift of one series on a base branch.
 *
 * @param seriesId the series
 * @param runId the first run at the new level
 * @param previousRunId the last run at the old one
 * @param earliestRunId the first run at which the shift may be, with 95 % confidence
 * @param latestRunId the last run at which it may be
 * @param state suspected or confirmed
 * @param levelBefore the level before, in the unit of the series
 * @param levelAfter the level after
 * @param ratio after / before
 * @param ratioLow lower end of the ratio's interval
 * @param ratioHigh upper end
 * @param pValue two-sided
 * @param worse whether the shift is for the worse
 */
public record StoredChangePoint(
        long seriesId,
        long runId,
        long previousRunId,
        long earliestRunId,
        long latestRunId,
        ChangePoint.State state,
        double levelBefore,
        double levelAfter,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        boolean worse) {}
