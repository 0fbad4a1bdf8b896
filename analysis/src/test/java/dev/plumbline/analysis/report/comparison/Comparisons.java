package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Comparisons as the collector would make them. */
final class Comparisons {

    static final ComparisonReport.Terms TERMS = new ComparisonReport.Terms(0.95, 0.02, 0.005, 0.8);

    private Comparisons() {}

    static ComparedSeries time(
            Outcome outcome, String benchmark, String size, double base, double head, double pValue) {
        return series(
                outcome, benchmark, size, "s/op", base, head, pValue, Double.NaN, 0, List.of(Reason.ONE_BASELINE_RUN));
    }

    static ComparedSeries noisy(String benchmark, String size, double detectable, int needed) {
        return series(
                Outcome.INCONCLUSIVE,
                benchmark,
                size,
                "s/op",
                1e-6,
                1.02e-6,
                0.31,
                detectable,
                needed,
                List.of(Reason.TOO_FEW_PAIRS, Reason.ONE_BASELINE_RUN));
    }

    static ComparedSeries rate(Outcome outcome, String benchmark, String size, double base, double head) {
        return series(
                outcome, benchmark, size, "ops/s", base, head, 0.0002, Double.NaN, 0, List.of(Reason.ONE_BASELINE_RUN));
    }

    static ComparedSeries allocation(Outcome outcome, String benchmark, String size, double base, double head) {
        VerdictRow row = row(
                benchmark,
                size,
                "gc.alloc.rate.norm",
                "B/op",
                new Verdict(
                        outcome,
                        Method.NEAR_EXACT,
                        new Level(head, 1, 3),
                        new Level(base, 1, 3),
                        new Effect(head / base, head / base, head / base),
                        Evidence.NONE,
                        Remedy.NONE,
                        List.of(),
                        Limits.NONE));
        return new ComparedSeries(row, 0.000004, 0.0002);
    }

    static ComparisonReport report(ComparisonOrder order, ComparedSeries... series) {
        return new ComparisonReport(
                new ComparisonReport.Side("base.json", 1),
                new ComparisonReport.Side("head.json", 1),
                MetricComparison.group(Arrays.asList(series), order),
                series.length,
                List.of(),
                List.of(),
                MissingBenchmarks.NONE,
                List.of(),
                TERMS);
    }

    private static ComparedSeries series(
            Outcome outcome,
            String benchmark,
            String size,
            String unit,
            double base,
            double head,
            double pValue,
            double detectable,
            int needed,
            List<StatedReason> reasons) {
        VerdictRow row = row(
                benchmark,
                size,
                "score",
                unit,
                new Verdict(
                        outcome,
                        Method.MODERATED_T,
                        new Level(head, 1, 3),
                        new Level(base, 1, 3),
                        new Effect(head / base, head / base * 0.96, head / base * 1.04),
                        new Evidence(Double.NaN, pValue, detectable),
                        Remedy.forks(needed),
                        reasons,
                        Limits.NONE));
        return new ComparedSeries(row, 0.031, 0.004);
    }

    private static VerdictRow row(String benchmark, String size, String metric, String unit, Verdict verdict) {
        return new VerdictRow(
                new SeriesName(benchmark, new TreeMap<>(Map.of("size", size)), "avgt", 1, metric, unit), verdict);
    }
}
