package dev.plumbline.server.regression;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.RecentHistories;
import dev.plumbline.server.history.RecentHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what of a project's regressions its overview shows: the same selections as the list of regressions has. */
public final class RegressionOverviewQueries {

    /** Of so many open ones the largest are found. */
    private static final int OPEN = 200;

    /** The folded lists show the first. */
    private static final int FOLDED = 8;

    /** So many events are looked back at most. */
    private static final int EVENTS = 2_000;

    private final Database database;

    public RegressionOverviewQueries(Database database) {
        this.database = database;
    }

    /**
     * The overview.
     *
     * @param shown how many of the open ones are read, the largest
     * @param drawn for how many of these the recent history is read
     * @param since from when on what happened is counted
     */
    public RegressionOverview load(long projectId, int shown, int drawn, Instant since) {
        return database.read(handle -> {
            RegressionQueries.Listing all = list(handle, projectId, RegressionState.OPEN, true, OPEN);
            List<RegressionSummary> largest = all.regressions().stream()
                    .sorted(Comparator.comparingDouble(RegressionSummary::size).reversed())
                    .limit(shown)
                    .toList();
            return new RegressionOverview(
                    new RegressionQueries.Listing(largest, all.total()),
                    list(handle, projectId, Set.of(RegressionState.SUSPECTED), true, FOLDED),
                    list(handle, projectId, Set.of(RegressionState.EXPECTED), true, FOLDED),
                    list(handle, projectId, Set.of(RegressionState.FIXED), true, FOLDED),
                    list(handle, projectId, Set.of(RegressionState.CONFIRMED), false, FOLDED),
                    lately(handle, projectId, since),
                    histories(handle, largest.subList(0, Math.min(drawn, largest.size()))));
        });
    }

    private static RegressionQueries.Listing list(
            Handle handle, long projectId, Set<RegressionState> states, boolean worse, int most) {
        RegressionFilter filter =
                new RegressionFilter(states, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(worse));
        ProjectChangesQueries.Changes changes =
                ProjectChangesQueries.list(handle, projectId, filter, RegressionOrder.OPEN, new PageOf(0, most));
        return new RegressionQueries.Listing(changes.list(), changes.total());
    }

    private static Map<Long, RecentHistory> histories(Handle handle, List<RegressionSummary> regressions) {
        Map<HistoryScope, List<Long>> series = regressions.stream()
                .filter(regression -> !regression.series().isEmpty())
                .collect(Collectors.groupingBy(
                        RegressionSummary::scope,
                        Collectors.mapping(
                                regression ->
                                        regression.series().getFirst().series().seriesId(),
                                Collectors.toList())));
        Map<Long, RecentHistory> histories = new HashMap<>();
        series.forEach((scope, some) -> histories.putAll(RecentHistories.read(handle, scope, some)));
        return histories;
    }

    private static RegressionOverview.Lately lately(Handle handle, long projectId, Instant since) {
        return handle.createQuery("""
            select
                count(distinct e.regression_id) filter (where g.worse and e.to_state in ('confirmed', 'reopened')
                    and g.status in ('confirmed', 'reopened', 'acknowledged')) as confirmed,
                count(distinct e.regression_id) filter (where g.worse and g.status = 'suspected'
                    and e.to_state = 'suspected') as suspected,
                count(distinct e.regression_id) filter (where g.worse and g.status = 'fixed' and e.to_state = 'fixed')
                    as fixed,
                count(distinct e.regression_id) filter (where g.worse and g.status = 'retracted'
                    and e.to_state = 'retracted') as retracted,
                count(distinct e.regression_id) filter (where not g.worse and e.to_state in ('confirmed', 'reopened')
                    and g.status = 'confirmed') as improvements
            from (
                select regression_id, at, to_state
                from regression_event
                where project_id = :projectId and from_state is distinct from to_state
                order by event_id desc
                limit :events) as e
                join regression g on g.project_id = :projectId and g.regression_id = e.regression_id
            where e.at >= :since
            """)
                .bind("projectId", projectId)
                .bind("events", EVENTS)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new RegressionOverview.Lately(
                        since,
                        row.getLong("confirmed"),
                        row.getLong("suspected"),
                        row.getLong("fixed"),
                        row.getLong("retracted"),
                        row.getLong("improvements")))
                .one();
    }
}
