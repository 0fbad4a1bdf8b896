package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The points of one series along one branch, as the API lists them. */
public final class PointTables {

    private final Database database;

    public PointTables(Database database) {
        this.database = database;
    }

    /**
     * One end of a range.
     *
     * @param commit a commit's hash or its beginning, empty for none
     * @param time a commit time, or an upload time where that is not known; empty for none
     */
    public record End(Optional<String> commit, Optional<Instant> time) {

        /** No bound. */
        public static final End OPEN = new End(Optional.empty(), Optional.empty());

        private @Nullable String prefix() {
            return commit.map(text -> text + "%").orElse(null);
        }

        private @Nullable OffsetDateTime timestamp() {
            return time.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
        }
    }

    /**
     * A point.
     *
     * @param value the mean over the forks
     * @param forks their means
     * @param iterations of all forks
     */
    public record Point(
            long run,
            String commit,
            Optional<Instant> committedAt,
            Instant uploadedAt,
            double value,
            List<Double> forks,
            int iterations) {}

    /** Whether a project has a branch, or a pull request as {@code pull/12}, of which something was uploaded. */
    public boolean hasBranch(long projectId, String branch) {
        return database.read(handle -> handle.createQuery("""
                select exists (
                    select from branch b
                    where b.project_id = :projectId
                        and (b.name = :branch and b.pull_request is null or b.pull_request = :pullRequest))
                """)
                .bind("projectId", projectId)
                .bind("branch", branch)
                .bind("pullRequest", BranchName.pullRequest(branch))
                .mapTo(Boolean.class)
                .one());
    }

    /** A series in a run; empty if there is no such run or it has no value of the series. */
    public Optional<Point> point(long projectId, long seriesId, long runId) {
        return database.read(handle -> handle.createQuery("""
                select p.run_id as run, r.sha as commit, c.committed_at, r.uploaded_at, p.value, p.forks, p.iterations
                from point p
                    join run r on r.project_id = p.project_id and r.run_id = p.run_id
                    join commit c on c.project_id = r.project_id and c.sha = r.sha
                where p.project_id = :projectId and p.series_id = :seriesId and p.run_id = :runId
                """)
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .bind("runId", runId)
                .map(ConstructorMapper.of(Point.class))
                .findOne());
    }

    /**
     * The latest points within a range, in the order of the branch.
     *
     * @param branch the branch's name, on which no runs of pull requests are, or {@code pull/12} for a pull request
     * @param limit the most points
     */
    public List<Point> points(long projectId, long seriesId, String branch, End from, End to, int limit) {
        return database.read(handle -> handle.createQuery("""
                select latest.run, latest.commit, latest.committed_at, latest.uploaded_at, latest.value, latest.forks,
                    latest.iterations
                from (
                    select p.run_id as run, r.sha as commit, c.committed_at, r.uploaded_at, p.value, p.forks,
                        p.iterations, o.position
                    from point p
                        join run r on r.project_id = p.project_id and r.run_id = p.run_id
                        join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                        join branch_commit o
                            on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
                        join commit c on c.project_id = r.project_id and c.sha = r.sha
                    where p.project_id = :projectId and p.series_id = :seriesId
                        and (b.name = :branch and b.pull_request is null and r.baseline_eligible
                            or b.pull_request = :pullRequest and r.role = 'measurement')
                        and (cast(:fromCommit as text) is null or o.position >= (
                            select min(f.position) from branch_commit f
                            where f.project_id = b.project_id and f.branch_id = b.branch_id and f.sha like :fromCommit))
                        and (cast(:toCommit as text) is null or o.position <= (
                            select max(t.position) from branch_commit t
                            where t.project_id = b.project_id and t.branch_id = b.branch_id and t.sha like :toCommit))
                        and (cast(:fromTime as timestamptz) is null
                            or coalesce(c.committed_at, r.uploaded_at) >= cast(:fromTime as timestamptz))
                        and (cast(:toTime as timestamptz) is null
                            or coalesce(c.committed_at, r.uploaded_at) <= cast(:toTime as timestamptz))
                    order by o.position desc, p.run_id desc
                    limit :limit) latest
                order by latest.position, latest.run
                """)
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .bind("branch", branch)
                .bind("pullRequest", BranchName.pullRequest(branch))
                .bind("fromCommit", from.prefix())
                .bind("toCommit", to.prefix())
                .bind("fromTime", from.timestamp())
                .bind("toTime", to.timestamp())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Point.class))
                .list());
    }
}
