package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Optional;

/**
 * The verdict on one series of a run as the server reports it.
 *
 * @param seriesId the server's key of the series
 * @param series which series
 * @param verdict what the comparison found
 * @param baseline the runs that it was compared with; none if the verdict has no baseline
 * @param rule the project's rule that applied; empty: the default test, unchanged
 */
public record SeriesVerdict(
        long seriesId, SeriesName series, Verdict verdict, BaselineRange baseline, Optional<ThresholdRule> rule) {

    /** The row of a report. */
    public VerdictRow row() {
        return new VerdictRow(series, verdict);
    }
}
