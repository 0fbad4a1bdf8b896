package dev.plumbline.server.notification.watch;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The watches of projects. */
public final class Watches {

    /** So many a project may have. */
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
        where w.project_id = ?
        """;

    private final Database database;

    public Watches(Database database) {
        this.database = database;
    }

    /** A project's watches, the oldest first. */
    public List<Watch> all(long projectId) {
        return database.read(handle -> Query.of(handle, SELECT + " order by w.watch_id")
                .with(projectId)
                .list(Watches::watch));
    }

    /**
     * Adds a watch, or changes the one of the same environment and branch. A run that was missed before is forgotten: the next one is
     * due after the new time.
     *
     * @param environment the environment's label
     * @param branch the branch; empty for the project's base branch
     * @throws StoreException {@code invalid-watch} when a value does not hold
     */
    public Watch put(long projectId, String environment, String branch, Duration every, Duration grace) {
        require(environment, branch, every, grace);
        return database.transaction(handle -> {
            long id = upsert(handle, projectId, environment, branch, every, grace);
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update alarm set ended_at = now() where project_id = ? and watch_id = ? and ended_at is null
                """)) {
                statement.setLong(1, projectId);
                statement.setLong(2, id);
                statement.executeUpdate();
            }
            if (count(handle, projectId) > MOST) {
                throw new StoreException("invalid-watch", "A project has at most " + MOST + " watches.");
            }
            return Query.of(handle, SELECT + " and w.watch_id = ?")
                    .with(projectId)
                    .with(id)
                    .first(Watches::watch)
                    .orElseThrow();
        });
    }

    /** Deletes a watch and what it missed; false when the project has no such. */
    public boolean delete(long projectId, long watchId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection()
                    .prepareStatement("delete from watch where project_id = ? and watch_id = ?")) {
                statement.setLong(1, projectId);
                statement.setLong(2, watchId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static void require(String environment, String branch, Duration every, Duration grace) {
        if (environment.isBlank() || environment.length() > 200 || branch.length() > 500) {
            throw new StoreException(
                    "invalid-watch", "A watch names the label of an environment, and may name a branch.");
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || every.compareTo(Duration.ofDays(366)) > 0) {
            throw new StoreException(
                    "invalid-watch", "Runs are expected every minute at most and every 366 days at least.");
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofDays(366)) > 0) {
            throw new StoreException("invalid-watch", "The grace is between no time and 366 days.");
        }
    }

    private static long upsert(
            Handle handle, long projectId, String environment, String branch, Duration every, Duration grace)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into watch (project_id, environment, branch, every_seconds, grace_seconds)
            values (?, ?, ?, ?, ?)
            on conflict (project_id, environment, branch) do update set
                every_seconds = excluded.every_seconds, grace_seconds = excluded.grace_seconds, created_at = now()
            returning watch_id
            """)) {
            statement.setLong(1, projectId);
            statement.setString(2, environment);
            statement.setString(3, branch);
            statement.setLong(4, every.toSeconds());
            statement.setLong(5, grace.toSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long count(Handle handle, long projectId) throws SQLException {
        return Query.of(handle, "select count(*) as watches from watch where project_id = ?")
                .with(projectId)
                .first(row -> row.getLong("watches"))
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
