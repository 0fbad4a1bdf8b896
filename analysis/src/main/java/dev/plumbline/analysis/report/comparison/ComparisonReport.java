package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says about two sides, each of one run or several.
 *
 * @param base the side that is compared with
 * @param head the side that is judged
 * @param tables the compared series by metric
 * @param comparisons how many series were judged together, those that are not shown included
 * @param onlyInBase what only the base has and isn't missing, as it is listed
 * @param onlyInHead what only the head has
 * @param missing what the head has no number for
 * @param warnings reasons to distrust the comparison, worst first
 * @param terms the thresholds of the verdicts
 * @param suite what the benchmarks did together
 */
public record ComparisonReport(
        Side base,
        Side head,
        List<MetricComparison> tables,
        int comparisons,
        List<String> onlyInBase,
        List<String> onlyInHead,
        MissingBenchmarks missing,
        List<String> warnings,
        Terms terms,
        SuiteReport suite) {

    public ComparisonReport {
        tables = List.copyOf(tables);
        onlyInBase = List.copyOf(onlyInBase);
        onlyInHead = List.copyOf(onlyInHead);
        warnings = List.copyOf(warnings);
    }

    /** When there is nothing to say of the suite. */
    public ComparisonReport(
            Side base,
            Side head,
            List<MetricComparison> tables,
            int comparisons,
            List<String> onlyInBase,
            List<String> onlyInHead,
            MissingBenchmarks missing,
            List<String> warnings,
            Terms terms) {
        this(base, head, tables, comparisons, onlyInBase, onlyInHead, missing, warnings, terms, SuiteReport.NONE);
    }

    /**
     * One side.
     *
     * @param name what it is called: its file, or what its files have in common
     * @param runs how many runs it has
     */
    public record Side(String name, int runs) {

        String label() {
            return runs == 1 ? name : name + " (" + runs + " runs)";
        }
    }

    /**
     * The thresholds of the verdicts.
     *
     * @param confidence of the intervals, in (0, 1)
     * @param minimumEffect the smallest relative change that is relevant, for metrics that scatter
     * @param minimumEffectNearExact the same for near-exact metrics
     * @param power with which a smallest detectable change would be found, in (0, 1)
     * @param assumedNoise which noise was assumed and not measured, as a sentence; empty if none was
     * @param harness in whose words forks are spoken of
     */
    public record Terms(
            double confidence,
            double minimumEffect,
            double minimumEffectNearExact,
            double power,
            String assumedNoise,
            Harness harness) {

        /** When no noise is assumed, in JMH's words. */
        public Terms(double confidence, double minimumEffect, double minimumEffectNearExact, double power) {
            this(confidence, minimumEffect, minimumEffectNearExact, power, "", Harness.JMH);
        }
    }

    /** The verdicts of all tables, in their order. */
    public List<VerdictRow> rows() {
        List<VerdictRow> rows = new ArrayList<>();
        tables.forEach(table -> table.series().forEach(series -> rows.add(series.row())));
        return rows;
    }

    /** Whether there is nothing that both sides have. */
    public boolean nothingCompared() {
        return tables.isEmpty();
    }

    int count(Outcome outcome) {
        return (int) rows().stream().filter(row -> row.outcome() == outcome).count();
    }
}
