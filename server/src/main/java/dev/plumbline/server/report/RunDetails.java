package dev.plumbline.server.report;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.judging.Baseline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run with its verdicts.
 *
 * @param listing the run as lists show it
 * @param pullRequest the forge's number, where the branch is a pull request's head
 * @param branchId the branch
 * @param startedAt when the measurement began, where it is known
 * @param results results of the document
 * @param unchanged series that stayed as they were
 * @param geometricMean the suite's mean ratio with its interval, where there is one
 * @param suite the movement that the benchmarks share
 * @param baseline what it was compared with; empty for a run of the base branch and before it is judged
 * @param observed what was observed of the machine, by field
 * @param ciProvider who ran it, empty when it is not known
 * @param ciLink the link that the upload named, not checked
 * @param trust on whose word it was taken in: token, oidc or quarantined
 * @param quarantine what the forge says of a quarantined run, a sentence; empty for others
 * @param notes what the reader remarked
 * @param findings what the audit says against it: the differences from its baseline first, then the worst
 * @param verdicts the asked-for part of the verdicts, the worst first
 * @param matching how many verdicts there are of the asked-for outcome
 */
public record RunDetails(
        RunListing listing,
        OptionalInt pullRequest,
        long branchId,
        Optional<Instant> startedAt,
        int results,
        int unchanged,
        Optional<GeometricMean> geometricMean,
        SuiteReport suite,
        Optional<Baseline> baseline,
        Map<String, String> observed,
        String ciProvider,
        String ciLink,
        String trust,
        String quarantine,
        List<String> notes,
        List<StoredFinding> findings,
        List<Verdict> verdicts,
        long matching) {

    public RunDetails {
        observed = Map.copyOf(observed);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
    }

    /** The geometric mean of a suite's ratios, oriented so that more than 1 is worse, with its interval. */
    public record GeometricMean(double ratio, double low, double high) {}

    /**
     * What the comparison says of one series. Numbers are NaN where they are not known.
     *
     * @param series the series
     * @param outcome regressed, improved, unchanged or inconclusive
     * @param method how it was tested
     * @param candidate the run's value
     * @param candidateForks its forks
     * @param baseline the baseline's level
     * @param baselineRuns runs in the baseline
     * @param baselineForks forks in the baseline
     * @param baselineFirstSha the first commit of the baseline, empty without one
     * @param baselineLastSha the last commit of the baseline, empty without one
     * @param ratio candidate / baseline
     * @param ratioLow lower end of its interval
     * @param ratioHigh upper end of its interval
     * @param pValue of the comparison
     * @param adjustedPValue adjusted for the number of comparisons
     * @param smallestDetectableChange relative
     * @param forksNeeded the forks that would settle an inconclusive verdict, 0 where it does not apply
     * @param reasons why the verdict is what it is, as codes
     * @param rule the project's rule that applied, as JSON; empty: the default test as it is
     * @param lowerLimit what a classic model drew below the baseline
     * @param upperLimit what it drew above
     */
    public record Verdict(
            SeriesIdentity series,
            String outcome,
            String method,
            double candidate,
            int candidateForks,
            double baseline,
            int baselineRuns,
            int baselineForks,
            String baselineFirstSha,
            String baselineLastSha,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double pValue,
            double adjustedPValue,
            double smallestDetectableChange,
            int forksNeeded,
            List<String> reasons,
            String rule,
            double lowerLimit,
            double upperLimit) {

        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }
}
