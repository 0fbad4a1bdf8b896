package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
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
        return series(outcome, benchmark, size, "s/op", base, head, pValue, Double.NaN, 0, List.of("Base is one run."));
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
                List.of("The forks scatter.", "Base is one run."));
    }

    static ComparedSeries rate(Outcome outcome, String benchmark, String size, double base, double head) {
        return series(
                outcome, benchmark, size, "ops/s", base, head, 0.0002, Double.NaN, 0, List.of("Base is one run."));
    }

    static ComparedSeries allocation(Outcome outcome, String benchmark, String size, double base, double head) {
        VerdictRow row = row(outcome, benchmark, size, "gc.alloc.rate.norm", "B/op", base, head, 1, 1, Double.NaN);
        return new ComparedSeries(row, 0.000004, 0.0002, 0);
    }

    static ComparisonReport report(ComparisonOrder order, ComparedSeries... series) {
        return new ComparisonReport(
                new ComparisonReport.Side("base.json", 1),
                new ComparisonReport.Side("head.json", 1),
                MetricComparison.group(Arrays.asList(series), order),
                series.length,
                List.of(),
                List.of(),
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
            List<String> reasons) {
        VerdictRow row = row(outcome, benchmark, size, "score", unit, base, head, 0.96, 1.04, pValue);
        return new ComparedSeries(
                new VerdictRow(
                        row.outcome(),
                        row.benchmark(),
                        row.params(),
                        row.mode(),
                        row.threads(),
                        row.metric(),
                        row.unit(),
                        row.candidate(),
                        row.candidateForks(),
                        row.baseline(),
                        row.baselineForks(),
                        row.ratio(),
                        row.ratioLow(),
                        row.ratioHigh(),
                        row.pValue(),
                        row.nearExact(),
                        detectable,
                        needed,
                        reasons),
                0.031,
                0.004,
                0);
    }

    private static VerdictRow row(
            Outcome outcome,
            String benchmark,
            String size,
            String metric,
            String unit,
            double base,
            double head,
            double low,
            double high,
            double pValue) {
        return new VerdictRow(
                outcome,
                benchmark,
                new TreeMap<>(Map.of("size", size)),
                "avgt",
                1,
                metric,
                unit,
                head,
                3,
                base,
                3,
                head / base,
                head / base * low,
                head / base * high,
                pValue,
                Double.isNaN(pValue),
                Double.NaN,
                0,
                List.of());
    }
}
