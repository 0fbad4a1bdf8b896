package dev.plumbline.server.notification.thread;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.regression.RegressionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A regression as a message reports it.
 *
 * @param id the key
 * @param state what people see
 * @param environment the environment's label
 * @param branch the branch
 * @param runId the first run at the new level
 * @param openedAt when it was found
 * @param range the commits that it may have come with
 * @param fixedBy the commit that fixed it, if one did
 * @param shift what the suite did as a whole, if all benchmarks changed
 * @param worst the series that moved most, the primary scores first; none if the suite moved
 * @param seriesCount how many series moved
 */
public record NotifiedRegression(
        long id,
        RegressionState state,
        String environment,
        String branch,
        long runId,
        Instant openedAt,
        Range range,
        Optional<CommitLabel> fixedBy,
        Optional<Shift> shift,
        List<MovedSeries> worst,
        int seriesCount) {

    public NotifiedRegression {
        worst = List.copyOf(worst);
    }

    /**
     * A range of commits.
     *
     * @param previousSha the last commit that was measured at the old level, itself not in the range
     * @param withinOneCommit whether the new level was measured at {@code previousSha} too: then the machine moved, and not the code
     * @param commits the latest commits of the range, latest first; the first is the one that was measured
     * @param count how many commits the range has
     */
    public record Range(String previousSha, boolean withinOneCommit, List<CommitLabel> commits, int count) {

        public Range {
            commits = List.copyOf(commits);
        }
    }

    /**
     * A shift of the movement that all benchmarks share.
     *
     * @param ratio after / before, higher is worse
     * @param low lower end of its interval
     * @param high upper end of its interval
     * @param moved how many benchmarks moved with it
     * @param series how many benchmarks it was estimated from
     * @param observed how the observed machine differs from before
     */
    public record Shift(
            double ratio, double low, double high, int moved, int series, List<SuiteReport.Difference> observed) {

        public Shift {
            observed = List.copyOf(observed);
        }
    }

    NotifiedRegression with(Range commits, List<MovedSeries> series, int count) {
        return new NotifiedRegression(
                id, state, environment, branch, runId, openedAt, commits, fixedBy, shift, series, count);
    }
}
