package dev.plumbline.server.regression;

import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.RecentHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression with everything that is known about it.
 *
 * @param change what moved, and where
 * @param histories the recent history of the series that moved, by series
 * @param commits the range, oldest first: from the last one that was measured before, up to the first at the new level
 * @param complete whether the first-parent log is known throughout the range, so that no commit is missing
 * @param events what happened to it, oldest first
 */
public record RegressionDetails(
        RegressionSummary change,
        Map<Long, RecentHistory> histories,
        List<RangeCommit> commits,
        boolean complete,
        List<Happened> events) {

    public RegressionDetails {
        histories = Map.copyOf(histories);
        commits = List.copyOf(commits);
        events = List.copyOf(events);
    }

    /**
     * A commit of the range.
     *
     * @param commit the commit
     * @param runs how many runs measured it in this environment
     */
    public record RangeCommit(CommitLabel commit, long runs) {}

    /**
     * An event.
     *
     * @param id its key
     * @param at when
     * @param who a person, or {@link RegressionEvent#DETECTOR}
     * @param event what
     * @param from the state before, empty at the opening
     * @param to the state after
     * @param note what was said
     */
    public record Happened(
            long id,
            Instant at,
            String who,
            RegressionEvent.Kind event,
            Optional<RegressionState> from,
            RegressionState to,
            String note) {}
}
