package dev.plumbline.server.report;

import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.judging.Baseline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One series in one run.
 *
 * @param runId the run
 * @param branchId its branch
 * @param branch the branch's name
 * @param pullRequest the forge's number, if the branch is a pull request's head
 * @param commit the measured commit
 * @param uploadedAt when it was uploaded
 * @param mean the mean over the forks, in the base unit; of several runs that were judged together, the mean of these
 * @param forks the forks' values, in the base unit, of all runs that were judged together
 * @param baseline what the run was compared with; empty for a run of the base branch, and before it is judged
 * @param verdict what the comparison says about the series, empty without one
 */
public record SeriesInRun(
        long runId,
        long branchId,
        String branch,
        OptionalInt pullRequest,
        CommitLabel commit,
        Instant uploadedAt,
        double mean,
        List<Double> forks,
        Optional<Baseline> baseline,
        Optional<StoredVerdict> verdict) {

    public SeriesInRun {
        forks = List.copyOf(forks);
    }

    /** The value in the base unit: the verdict's, which is the one that was compared, or else the mean of the forks. */
    public double value() {
        return verdict.map(stored -> stored.verdict().candidate().value()).orElse(mean);
    }
}
