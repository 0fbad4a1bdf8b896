package dev.plumbline.server.regression;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.RecentHistories;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads regressions, with what people decided about them. */
public final class RegressionQueries {

    /** Series of a regression whose trend is drawn. */
    private static final int DRAWN = 12;

    /** The commits of a range that are shown; a longer range is too long to read. */
    private static final int COMMITS = 500;

    private final Database database;

    public RegressionQueries(Database database) {
        this.database = database;
    }

    /**
     * A part of the regressions, the open ones first.
     *
     * @param regressions the part
     * @param total how many there are in all
     */
    public record Listing(List<RegressionSummary> regressions, long total) {

        public Listing {
            regressions = List.copyOf(regressions);
        }
    }

    /** The regressions that match a filter, the open ones first. */
    public Listing list(long projectId, RegressionFilter filter, PageOf part) {
        return list(projectId, filter, RegressionOrder.OPEN, part);
    }

    /** The regressions that match a filter. */
    public Listing list(long projectId, RegressionFilter filter, RegressionOrder order, PageOf part) {
        return database.read(handle -> {
            ProjectChangesQueries.Changes changes = ProjectChangesQueries.list(handle, projectId, filter, order, part);
            return new Listing(changes.list(), changes.total());
        });
    }

    /** A regression or an improvement that begins at a run, with what people see of it. */
    public record Begun(long id, boolean worse, RegressionState state) {}

    /** What begins at a run, the worse first. */
    public List<Begun> begunBy(long projectId, long runId) {
        return database.read(handle -> handle.createQuery("""
            select regression_id, worse, status
            from regression
            where project_id = :projectId and run_id = :runId
            order by worse desc, regression_id
            limit 20
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> new Begun(
                        row.getLong("regression_id"),
                        row.getBoolean("worse"),
                        Columns.constant(row, "status", RegressionState::ofLabel)))
                .list());
    }

    /** The assignees of a project's regressions. */
    public List<String> assignees(long projectId) {
        return database.read(handle -> handle.createQuery("""
            select distinct assignee
            from regression
            where project_id = :projectId and assignee is not null
            order by assignee
            limit 200
            """)
                .bind("projectId", projectId)
                .map((row, context) -> row.getString(1))
                .list());
    }

    /** One regression, empty when the project has no such regression. */
    public Optional<RegressionDetails> load(long projectId, long regressionId) {
        return database.read(handle -> {
            Optional<RegressionSummary> found = ProjectChangesQueries.one(handle, projectId, regressionId);
            return found.isEmpty() ? Optional.empty() : Optional.of(details(handle, projectId, found.get()));
        });
    }

    private static RegressionDetails details(Handle handle, long projectId, RegressionSummary change) {
        List<Ranged> range = range(handle, projectId, change);
        boolean complete = range.size() <= COMMITS;
        for (int i = 1; i < range.size(); i++) {
            complete &= Objects.equals(
                    range.get(i).parent, range.get(i - 1).commit.commit().sha());
        }
        return new RegressionDetails(
                change,
                RecentHistories.read(
                        handle,
                        change.scope(),
                        change.series().stream()
                                .limit(DRAWN)
                                .map(moved -> moved.series().seriesId())
                                .toList()),
                range.stream().limit(COMMITS).map(Ranged::commit).toList(),
                complete,
                events(handle, projectId, change.id()));
    }

    private record Ranged(RegressionDetails.RangeCommit commit, String parent) {}

    private static List<Ranged> range(Handle handle, long projectId, RegressionSummary change) {
        return handle.createQuery("""
            select c.sha, c.subject, c.author, c.committed_at, c.first_parent,
                (select count(*) from run r
                 where r.project_id = bc.project_id and r.environment_id = :environmentId
                     and r.branch_id = bc.branch_id
                     and r.sha = bc.sha) as runs
            from branch_commit bc
                join commit c on c.project_id = bc.project_id and c.sha = bc.sha
            where bc.project_id = :projectId and bc.branch_id = :branchId
                and bc.position between
                    (select position from branch_commit
                     where project_id = :projectId and branch_id = :branchId and sha = :previousSha)
                    and (select position from branch_commit
                         where project_id = :projectId and branch_id = :branchId and sha = :sha)
            order by bc.position
            limit :most
            """)
                .bind("environmentId", change.scope().environmentId())
                .bind("projectId", projectId)
                .bind("branchId", change.scope().branchId())
                .bind("previousSha", change.previousSha())
                .bind("sha", change.commit().sha())
                .bind("most", COMMITS + 1)
                .map((row, context) -> new Ranged(
                        new RegressionDetails.RangeCommit(CommitLabel.of(row, ""), row.getLong("runs")),
                        Columns.text(row, "first_parent")))
                .list();
    }

    private static List<RegressionDetails.Happened> events(Handle handle, long projectId, long regressionId) {
        return handle.createQuery("""
            select event_id, at, who, event, from_state, to_state, note
            from regression_event
            where project_id = :projectId and regression_id = :regressionId
            order by event_id
            limit 1000
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) -> new RegressionDetails.Happened(
                        row.getLong("event_id"),
                        Columns.instant(row, "at").orElseThrow(),
                        row.getString("who"),
                        Columns.constant(row, "event", RegressionEvent.Kind::ofLabel),
                        Columns.knownConstant(row, "from_state", RegressionState::ofLabel),
                        Columns.constant(row, "to_state", RegressionState::ofLabel),
                        row.getString("note")))
                .list();
    }

    /** How many of the project's confirmed regressions were real. */
    public PrecisionCounts precision(long projectId) {
        return database.read(handle -> handle.createQuery("""
            select count(*) filter (where announced and status in ('acknowledged', 'expected', 'fixed')) as real,
                count(*) filter (where announced and status = 'false-alarm') as false_alarms,
                count(*) filter (where announced and status = 'retracted') as retracted,
                count(*) filter (where announced and status in ('confirmed', 'suspected', 'reopened')) as undecided,
                count(*) filter (where not announced) as suspicions,
                count(*) filter (where not announced and status = 'retracted') as suspicions_retracted,
                count(*) filter (where not announced and status = 'false-alarm') as suspicions_false
            from (
                select status, confirmed_at is not null as announced
                from regression
                where project_id = :projectId and worse) as g
            """)
                .bind("projectId", projectId)
                .map((row, context) -> new PrecisionCounts(
                        row.getLong("real"),
                        row.getLong("false_alarms"),
                        row.getLong("retracted"),
                        row.getLong("undecided"),
                        row.getLong("suspicions"),
                        row.getLong("suspicions_retracted"),
                        row.getLong("suspicions_false")))
                .findFirst()
                .orElseThrow());
    }
}
