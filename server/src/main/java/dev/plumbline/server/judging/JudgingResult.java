package dev.plumbline.server.judging;

import dev.plumbline.analysis.judge.SuiteSummary;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.change.StoredShift;
import java.util.List;
import java.util.Optional;

/**
 * The result of judging a run.
 *
 * @param verdicts one for each judged series
 * @param comparisons how many of them had a baseline, and so took part in the correction for many comparisons
 * @param summary the geometric mean of the ratios
 * @param suite the verdict on the movement that the benchmarks share
 * @param changePoints the change points of the judged series in the unsettled part of the window
 * @param shifts the shifts of the shared movement
 */
public record JudgingResult(
        List<JudgedSeries> verdicts,
        int comparisons,
        SuiteSummary summary,
        Suite suite,
        List<StoredChangePoint> changePoints,
        Shifts shifts) {

    /**
     * The verdict on the suite and the run before it.
     *
     * @param verdict the verdict
     * @param baselineLastRun last run of what it was compared with, 0 when there is none
     */
    public record Suite(SuiteVerdict verdict, long baselineLastRun) {}

    /**
     * The unsettled shifts of the window.
     *
     * @param runs the runs that they were looked for at
     * @param found the shifts
     */
    public record Shifts(long[] runs, List<StoredShift> found) {}

    /**
     * One verdict and what it is based on.
     *
     * @param seriesId the series
     * @param verdict the verdict
     * @param baselineFirstRun first run of the baseline, 0 when there is none
     * @param baselineLastRun last run of the baseline, 0 when there is none
     * @param rule the project's rule that applied; empty: the default test, unchanged
     */
    public record JudgedSeries(
            long seriesId,
            Verdict verdict,
            long baselineFirstRun,
            long baselineLastRun,
            Optional<ThresholdRule> rule) {}
}
