package dev.plumbline.server.regression;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.MovedSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A regression, or an improvement.
 *
 * @param id the key
 * @param worse false for an improvement
 * @param state what people see
 * @param triage what that state is derived from
 * @param environment the label of the environment
 * @param scope the history that it is in
 * @param runId the first run at the new level
 * @param commit its commit
 * @param previousSha the last commit that was measured at the old level
 * @param unmeasured how many commits lie between the two, none of them measured
 * @param fixedBy the commit that fixed it, if one did
 * @param openedAt when it was found
 * @param observed how the observed machine differs from that of the last run before
 * @param shift what the suite did as a whole, if all benchmarks changed
 * @param series what moved by itself: scores first, larger change first; none if the suite moved
 */
public record RegressionSummary(
        long id,
        boolean worse,
        RegressionState state,
        Triage triage,
        String environment,
        HistoryScope scope,
        long runId,
        CommitLabel commit,
        String previousSha,
        long unmeasured,
        Optional<CommitLabel> fixedBy,
        Instant openedAt,
        List<SuiteReport.Difference> observed,
        Optional<Shift> shift,
        List<MovedSeries> series) {

    public RegressionSummary {
        observed = List.copyOf(observed);
        series = List.copyOf(series);
    }

    /** Whether it still needs attention. */
    public boolean isOpen() {
        return triage.open();
    }

    /** How far it moved, whichever way: the logarithm of the ratio of what moved most; 0 if nothing is known to have moved. */
    public double size() {
        double ratio = shift.map(Shift::ratio)
                .orElseGet(() -> series.isEmpty() ? 1 : series.getFirst().ratio());
        return Math.abs(Math.log(Math.max(ratio, Double.MIN_NORMAL)));
    }

    /** Whether both levels were measured at the same commit: then the machine moved, and not the code. */
    public boolean isWithinOneCommit() {
        return previousSha.equals(commit.sha());
    }

    RegressionSummary with(List<MovedSeries> moved) {
        return new RegressionSummary(
                id,
                worse,
                state,
                triage,
                environment,
                scope,
                runId,
                commit,
                previousSha,
                unmeasured,
                fixedBy,
                openedAt,
                observed,
                shift,
                moved);
    }

    /**
     * What the state that people see is derived from.
     *
     * @param detected what the detector says
     * @param assignee who it is assigned to, empty for nobody
     * @param cameBack whether it happened, was fixed and happened again
     * @param open whether it still needs attention; a suspicion only where the project says so
     */
    public record Triage(DetectorState detected, String assignee, boolean cameBack, boolean open) {}

    /**
     * A shift of the movement that all benchmarks share.
     *
     * @param ratio after / before, higher is worse
     * @param ratioLow lower end of its interval
     * @param ratioHigh upper end of its interval
     * @param moved how many benchmarks moved with it
     * @param series how many benchmarks it was estimated from
     * @param observed how the observed machine differs from before
     */
    public record Shift(
            double ratio,
            double ratioLow,
            double ratioHigh,
            int moved,
            int series,
            List<SuiteReport.Difference> observed) {

        public Shift {
            observed = List.copyOf(observed);
        }
    }
}
