package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.database.TableQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
     * The latest points within a range, in the order of the branch.
     *
     * @param branch the branch's name; runs of pull requests are not on it
     * @param limit the most points
     */
    public Table points(long projectId, long seriesId, String branch, End from, End to, int limit) {
        return database.read(handle -> new TableQuery(
                        """
                        select latest."run", latest."commit", latest."committedAt", latest."uploadedAt", latest."value",
                            latest."forks", latest."iterations"
                        from (
                            select p.run_id as "run", r.sha as "commit", c.committed_at as "committedAt",
                                r.uploaded_at as "uploadedAt", p.value as "value", p.forks as "forks",
                                p.iterations as "iterations", o.position
                            from point p
                                join run r on r.project_id = p.project_id and r.run_id = p.run_id
                                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                                join branch_commit o
                                    on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
                                join commit c on c.project_id = r.project_id and c.sha = r.sha
                            where p.project_id = ? and p.series_id = ? and b.name = ? and b.pull_request is null
                                and r.baseline_eligible and (?::text is null or o.position >= (
                                    select min(f.position) from branch_commit f
                                    where f.project_id = b.project_id and f.branch_id = b.branch_id and f.sha like ?))
                                and (?::text is null or o.position <= (
                                    select max(t.position) from branch_commit t
                                    where t.project_id = b.project_id and t.branch_id = b.branch_id and t.sha like ?))
                                and (?::timestamptz is null or coalesce(c.committed_at, r.uploaded_at) >= ?)
                                and (?::timestamptz is null or coalesce(c.committed_at, r.uploaded_at) <= ?)
                            order by o.position desc, p.run_id desc
                            limit ?) latest
                        order by latest.position, latest."run"
                        """,
                        projectId,
                        seriesId,
                        branch,
                        from.prefix(),
                        from.prefix(),
                        to.prefix(),
                        to.prefix(),
                        from.timestamp(),
                        from.timestamp(),
                        to.timestamp(),
                        to.timestamp(),
                        limit)
                .run(handle));
    }
}
