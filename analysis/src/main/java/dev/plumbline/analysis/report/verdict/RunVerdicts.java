package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Set;

/**
 * What a report says about one run.
 *
 * @param project the project's short name
 * @param run the run's number
 * @param branch the branch
 * @param commit the measured commit, in full
 * @param environment the environment's label
 * @param baselines the baselines that series were compared with, each once
 * @param summary what the comparison says as a whole
 * @param rows the series, worst first
 * @param missing what has no number
 * @param link the run's page
 */
public record RunVerdicts(
        String project,
        long run,
        String branch,
        String commit,
        String environment,
        Set<BaselineRange> baselines,
        RunSummary summary,
        List<VerdictRow> rows,
        MissingBenchmarks missing,
        String link) {

    public RunVerdicts {
        baselines = Set.copyOf(baselines);
        rows = List.copyOf(rows);
    }

    /** The series with this outcome, in their order. */
    public List<VerdictRow> with(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).toList();
    }
}
