package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a change did to performance: a commit against what it started from, in every environment in which it was measured. Comments,
 * checks, pages and the API say what is in here and nothing else.
 *
 * @param project the project's short name
 * @param pullRequest the forge's number, empty if a commit is reported by itself
 * @param head the commit that is judged, in full
 * @param baseBranch the branch that it is for
 * @param environments one for each environment, by label; none if the commit was not measured
 * @param policy which regressions block a merge
 * @param missingMode what missing and failed benchmarks mean for the check
 * @param url the absolute address of the page with the whole report
 */
public record ChangeReport(
        String project,
        OptionalInt pullRequest,
        String head,
        String baseBranch,
        List<EnvironmentReport> environments,
        BlockPolicy policy,
        MissingMode missingMode,
        String url) {

    private static final int FAILURE = 1_000_000;

    public ChangeReport {
        environments = List.copyOf(environments);
    }

    /** Whether there is nothing left to wait for: every run was judged, or can't be. */
    public boolean judged() {
        return !environments.isEmpty()
                && environments.stream().noneMatch(each -> each.state() == EnvironmentReport.State.WAITING);
    }

    /** Whether something got worse or better anywhere, or has no number any more. A quiet comment is written only then. */
    public boolean changed() {
        return environments.stream().anyMatch(EnvironmentReport::changed) || missingWeight() > 0;
    }

    /** What is missing of what was expected, each benchmark once, however many environments it is missing in. */
    public MissingBenchmarks missing() {
        Set<BenchmarkId> compared = new HashSet<>();
        List<Absence> absences = new ArrayList<>();
        for (EnvironmentReport each : environments) {
            compared.addAll(each.compared());
            absences.addAll(each.absences());
        }
        return MissingBenchmarks.of(compared, absences);
    }

    /** How many benchmarks are missing or failed, as far as that matters to the policy. */
    private int missingWeight() {
        if (missingMode == MissingMode.IGNORE) {
            return 0;
        }
        MissingBenchmarks missing = missing();
        boolean blocked = environments.stream()
                .anyMatch(each -> !CheckDecision.withoutNumber(each, policy).isEmpty());
        return missing.missing() + missing.failed() + (blocked ? 1 : 0);
    }

    /** Whether some of it is based on runs that nobody vouches for. */
    public boolean quarantined() {
        return environments.stream().anyMatch(EnvironmentReport::quarantined);
    }

    /** What the check on the commit says. */
    public CheckDecision decision() {
        return CheckDecision.of(this);
    }

    /** The check's conclusion in words: a success beside something that got worse says that nothing of it blocks. */
    public String checkWords() {
        CheckDecision.Conclusion conclusion = decision().conclusion();
        return conclusion == CheckDecision.Conclusion.SUCCESS && worse() > 0
                ? conclusion.label() + ", nothing blocks"
                : conclusion.label();
    }

    /** How many series got worse; a suite that did as a whole is one more. */
    public int worse() {
        int worse = 0;
        for (EnvironmentReport each : environments) {
            worse += each.with(Outcome.REGRESSED).size();
            worse += each.suite().finding() && each.suite().outcome() == Outcome.REGRESSED ? 1 : 0;
        }
        return worse;
    }

    /**
     * How bad the verdict is: 0 if nothing got worse, more with each series or suite that did and with each benchmark that is missing
     * or failed, and more than any number of these where the check fails. A verdict that ranks higher than the one before it got worse.
     */
    public int rank() {
        return Math.min(worse() + missingWeight(), FAILURE - 1)
                + (decision().conclusion() == CheckDecision.Conclusion.FAILURE ? FAILURE : 0);
    }
}
