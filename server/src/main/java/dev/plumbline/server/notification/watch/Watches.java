package dev.plumbline.server.notification.watch;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The watches of projects. */
public final class Watches {

    /** The most watches that a project may have. */
    public static final int MOST = 100;

    private static final String SELECT = """
        select w.watch_id, w.environment, w.branch, w.every_seconds, w.grace_seconds, w.created_at,
            (select max(r.uploaded_at)
             from run r
                join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join project p on p.project_id = r.project_id
             where r.project_id = w.project_id and e.label = w.environment and b.pull_request is null
                and r.baseline_eligible and b.name = coalesce(nullif(w.branch, ''), p.base_branch)) as last_run_at,
            (select a.since from alarm a
             where a.project_id = w.project_id and a.watch_id = w.watch_id and a.kind = 'overdue'
                and a.ended_at is null) as overdue_since
        from watch w
        where w.project_id = :projectId
        """;

    private final Database database;

    public Watches(Database database) {
        this.database = database;
    }

    /** A project's watches, oldest first. */
    public List<Watch> all(long projectId) {
        return database.read(handle -> handle.createQuery(SELECT + " order by w.watch_id")
                .bind("projectId", projectId)
                .map((row, context) -> Watches.watch(row))
                .list());
    }

    /**
     * Adds a watch, or changes the one for the same environment and branch. Its open alarm ends: the next run is due after
     * the new interval.
     *
     * @param environment the environment's label
     * @param branch the branch; empty for the project's base branch
     * @throws StoreException {@code invalid-watch} when a value is out of range
     */
    public Watch put(long projectId, String environment, String branch, Duration every, Duration grace) {
        require(environment, branch, every, grace);
        return database.transaction(handle -> {
            long id = upsert(handle, projectId, environment, branch, every, grace);
            handle.createUpdate("""
                update alarm set ended_at = now()
                where project_id = :projectId and watch_id = :watchId and ended_at is null
                """)
                    .bind("projectId", projectId)
                    .bind("watchId", id)
                    .execute();
            if (count(handle, projectId) > MOST) {
                throw new StoreException("invalid-watch", "A project has at most " + MOST + " watches.");
            }
            return handle.createQuery(SELECT + " and w.watch_id = :id")
                    .bind("projectId", projectId)
                    .bind("id", id)
                    .map((row, context) -> Watches.watch(row))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** Deletes a watch and its alarms; false when the project has no such watch. */
    public boolean delete(long projectId, long watchId) {
        return database.transaction(handle -> handle.createUpdate("""
            delete from watch where project_id = :projectId and watch_id = :watchId
            """)
                        .bind("projectId", projectId)
                        .bind("watchId", watchId)
                        .execute()
                == 1);
    }

    private static void require(String environment, String branch, Duration every, Duration grace) {
        if (environment.isBlank() || environment.length() > 200 || branch.length() > 500) {
            throw new StoreException(
                    "invalid-watch", "A watch needs the label of an environment, and may name a branch.");
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || every.compareTo(Duration.ofDays(366)) > 0) {
            throw new StoreException("invalid-watch", "The interval must be between 1 minute and 366 days.");
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofDays(366)) > 0) {
            throw new StoreException("invalid-watch", "The grace period must be between 0 and 366 days.");
        }
    }

    private static long upsert(
            Handle handle, long projectId, String environment, String branch, Duration every, Duration grace) {
        return handle.createQuery("""
            insert into watch (project_id, environment, branch, every_seconds, grace_seconds)
            values (:projectId, :environment, :branch, :every, :grace)
            on conflict (project_id, environment, branch) do update set
                every_seconds = excluded.every_seconds, grace_seconds = excluded.grace_seconds, created_at = now()
            returning watch_id
            """)
                .bind("projectId", projectId)
                .bind("environment", environment)
                .bind("branch", branch)
                .bind("every", every.toSeconds())
                .bind("grace", grace.toSeconds())
                .mapTo(long.class)
                .one();
    }

    private static long count(Handle handle, long projectId) {
        return handle.createQuery("select count(*) as watches from watch where project_id = :projectId")
                .bind("projectId", projectId)
                .map((row, context) -> row.getLong("watches"))
                .findFirst()
                .orElse(0L);
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                row.getLong("watch_id"),
                row.getString("environment"),
                row.getString("branch"),
                Duration.ofSeconds(row.getLong("every_seconds")),
                Duration.ofSeconds(row.getLong("grace_seconds")),
                Columns.instant(row, "created_at").orElseThrow(),
                Columns.instant(row, "last_run_at"),
                Columns.instant(row, "overdue_since"));
    }
}
