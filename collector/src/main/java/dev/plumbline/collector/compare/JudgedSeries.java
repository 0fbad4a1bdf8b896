package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.report.comparison.ComparedSeries;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Optional;

/**
 * One series of both sides and its verdict.
 *
 * @param benchmark the benchmark
 * @param metric the metric
 * @param verdict what was found
 * @param baseSpread the standard deviation of the base's forks divided by their mean; NaN when there are fewer than two
 * @param headSpread the same of the head's
 * @param rule the rule that applied; empty: the default test, unchanged
 */
public record JudgedSeries(
        BenchmarkId benchmark,
        Metric metric,
        Verdict verdict,
        double baseSpread,
        double headSpread,
        Optional<ThresholdRule> rule) {

    /** What a report says about it. */
    public ComparedSeries reported() {
        return new ComparedSeries(new VerdictRow(SeriesName.of(benchmark, metric), verdict), baseSpread, headSpread);
    }
}
