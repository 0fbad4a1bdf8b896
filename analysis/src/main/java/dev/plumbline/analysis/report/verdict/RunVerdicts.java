package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Set;

/**
 * What a report says of one run.
 *
 * @param project the project's short name
 * @param run the run's number
 * @param branch the branch
 * @param commit the measured commit, in full
 * @param environment the environment's label
 * @param baselines the baselines that series were compared with, each once
 * @param comparisons how many series were compared with a baseline
 * @param geometricMean the geometric mean of the scores' ratios, each turned so that more than 1 is worse; NaN when there
 *     is none
 * @param geometricMeanLow the low end of its interval
 * @param geometricMeanHigh the high end of its interval
 * @param suite the movement that the benchmarks share
 * @param rows the series, worst first
 * @param link the run's page
 */
public record RunVerdicts(
        String project,
        long run,
        String branch,
        String commit,
        String environment,
        Set<BaselineRange> baselines,
        int comparisons,
        double geometricMean,
        double geometricMeanLow,
        double geometricMeanHigh,
        SuiteReport suite,
        List<VerdictRow> rows,
        String link) {

    public RunVerdicts {
        baselines = Set.copyOf(baselines);
        rows = List.copyOf(rows);
    }

    /** A run whose benchmarks share nothing that could be told. */
    public RunVerdicts(
            String project,
            long run,
            String branch,
            String commit,
            String environment,
            Set<BaselineRange> baselines,
            int comparisons,
            double geometricMean,
            double geometricMeanLow,
            double geometricMeanHigh,
            List<VerdictRow> rows,
            String link) {
        this(
                project,
                run,
                branch,
                commit,
                environment,
                baselines,
                comparisons,
                geometricMean,
                geometricMeanLow,
                geometricMeanHigh,
                SuiteReport.NONE,
                rows,
                link);
    }

    /** The same run with what its benchmarks share. */
    public RunVerdicts with(SuiteReport shared) {
        return new RunVerdicts(
                project,
                run,
                branch,
                commit,
                environment,
                baselines,
                comparisons,
                geometricMean,
                geometricMeanLow,
                geometricMeanHigh,
                shared,
                rows,
                link);
    }

    /** The series with this outcome, in their order. */
    public List<VerdictRow> with(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).toList();
    }

    /** How many series had nothing to be compared with. */
    public int withoutBaseline() {
        return (int) rows.stream().filter(row -> !row.hasBaseline()).count();
    }

    /** Whether no series at all had anything to be compared with. */
    public boolean nothingCompared() {
        return withoutBaseline() == rows.size();
    }
}
