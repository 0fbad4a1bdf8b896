package dev.plumbline.server.report;

import dev.plumbline.server.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A project's runs, as pages list them: the latest upload first, and never counted as a whole. */
public final class RunListQueries {

    /** More environments or branches are not offered. */
    private static final int MOST_NAMES = 200;

    private final Database database;

    public RunListQueries(Database database) {
        this.database = database;
    }

    /** A run, and the forge's number where its branch is the head of a pull request. */
    public record Listed(RunListing run, OptionalInt pullRequest) {}

    /**
     * A part of the list.
     *
     * @param runs the runs
     * @param newer whether there are newer ones
     * @param older whether there are older ones
     */
    public record Part(List<Listed> runs, boolean newer, boolean older) {

        public Part {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Where a part begins: beside a run of the list, which stays where it is however many runs come.
     *
     * @param before the run that it is older than; empty: the newest part
     * @param after the run that it is newer than; looked at only without {@code before}
     */
    public record Place(OptionalLong before, OptionalLong after) {

        boolean forwards() {
            return before.isEmpty() && after.isPresent();
        }
    }

    /** Whether there is any run. */
    public boolean any(long projectId) {
        return database.read(
                handle -> handle.createQuery("select exists (select from run where project_id = :projectId)")
                        .bind("projectId", projectId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** How many runs were uploaded since a time. */
    public long since(long projectId, Instant since) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from run where project_id = :projectId and uploaded_at >= :since")
                .bind("projectId", projectId)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }

    /** How many runs were uploaded on each day from one on, in UTC; days without one are left out. */
    public Map<LocalDate, Long> days(long projectId, LocalDate from) {
        return database
                .read(handle -> handle.createQuery("""
                        select (uploaded_at at time zone 'UTC')::date as day, count(*) as runs
                        from run
                        where project_id = :projectId and uploaded_at >= :from
                        group by 1
                        """)
                        .bind("projectId", projectId)
                        .bind("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .map((row, context) -> Map.entry(row.getObject("day", LocalDate.class), row.getLong("runs")))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The labels of the environments, by name. */
    public List<String> environments(long projectId) {
        return database.read(handle -> handle.createQuery(
                        "select label from environment where project_id = :projectId order by label limit :most")
                .bind("projectId", projectId)
                .bind("most", MOST_NAMES)
                .mapTo(String.class)
                .list());
    }

    /** The newest branches, as {@link RunFilter#branch} names them. */
    public List<String> branches(long projectId) {
        return database.read(handle -> handle.createQuery("""
                select case when pull_request is null then name else 'pull/' || pull_request end as branch
                from branch
                where project_id = :projectId
                order by pull_request is not null, branch_id desc
                limit :most
                """)
                .bind("projectId", projectId)
                .bind("most", MOST_NAMES)
                .mapTo(String.class)
                .list());
    }

    /**
     * A part of the runs that match a filter.
     *
     * @param most how many runs it has at most
     */
    public Part list(long projectId, RunFilter filter, Place place, int most) {
        boolean forwards = place.forwards();
        List<Listed> found = database.read(handle -> handle.createQuery(
                        """
                select r.run_id, r.uploaded_at, r.summary, r.absent, %s as status,
                    c.sha, c.subject, c.author, c.committed_at, b.name as branch, b.pull_request, e.label as environment
                from run r
                    join commit c on c.project_id = r.project_id and c.sha = r.sha
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
                where r.project_id = :projectId
                    and (:before = 0 or (r.uploaded_at, r.run_id) < (
                        select p.uploaded_at, p.run_id from run p where p.project_id = :projectId and p.run_id = :before))
                    and (:after = 0 or (r.uploaded_at, r.run_id) > (
                        select p.uploaded_at, p.run_id from run p where p.project_id = :projectId and p.run_id = :after))
                """.formatted(RunListing.STATUS) + RunFilter.CONDITIONS + (forwards ? """
                order by r.uploaded_at, r.run_id
                limit :limit
                """ : """
                order by r.uploaded_at desc, r.run_id desc
                limit :limit
                """))
                .bind("projectId", projectId)
                .bindMap(filter.parameters())
                .bind("before", place.before().orElse(0))
                .bind("after", forwards ? place.after().orElse(0) : 0)
                .bind("limit", most + 1)
                .map((row, context) -> listed(row))
                .list());
        boolean more = found.size() > most;
        List<Listed> part = found.subList(0, Math.min(most, found.size()));
        return forwards
                ? new Part(part.reversed(), more, true)
                : new Part(part, place.before().isPresent(), more);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        int number = row.getInt("pull_request");
        OptionalInt pullRequest = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
        return new Listed(RunListing.of(row), pullRequest);
    }
}
