package dev.plumbline.server.report;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.judging.Baseline;
import java.util.List;
import java.util.Optional;

/**
 * What is stored about a change: its newest run in each environment.
 *
 * @param runs by the environment's label; none if the commit was not measured
 * @param policy what the project wants reported
 * @param pictureKey what the addresses of its pictures are signed with
 */
public record StoredReport(List<Run> runs, PullRequestPolicy policy, byte[] pictureKey) {

    public StoredReport {
        runs = List.copyOf(runs);
    }

    /**
     * A run and what its comparison says.
     *
     * @param id the run
     * @param environment the environment's label
     * @param state how far it has been judged
     * @param trust how its upload was authenticated
     * @param summary what its comparison says as a whole
     * @param baseline what it was compared with; empty for a run of the base branch, and for one that is not judged
     * @param verdicts of its series, what moved first
     * @param findings the audit's findings about it
     * @param benchmarks those that aren't compared
     */
    public record Run(
            long id,
            String environment,
            EnvironmentReport.State state,
            RunTrust trust,
            RunSummary summary,
            Optional<Baseline> baseline,
            List<StoredVerdict> verdicts,
            List<StoredFinding> findings,
            List<BenchmarkChange> benchmarks) {

        public Run {
            verdicts = List.copyOf(verdicts);
            findings = List.copyOf(findings);
            benchmarks = List.copyOf(benchmarks);
        }

        /** What is missing of what was expected. */
        MissingBenchmarks missing() {
            return MissingBenchmarks.of(
                    verdicts.stream()
                            .filter(each -> each.verdict().hasBaseline())
                            .flatMap(each -> each.row().series().id().stream())
                            .toList(),
                    BenchmarkChange.absences(benchmarks));
        }
    }
}
