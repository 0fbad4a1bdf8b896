package dev.plumbline.server.queue;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The work that waits, as rows: any number of servers share it. A job is taken with a lease; a worker that dies lets
 * the lease run out and another takes over. Done jobs are deleted; one that failed too often is kept as dead.
 */
public final class Jobs {

    /** Compare a run with its baseline and bring its environment's change points up to date. */
    public static final String JUDGE = "judge";

    /** After so many attempts a job is dead. */
    public static final int MOST_ATTEMPTS = 6;

    private final Database database;

    public Jobs(Database database) {
        this.database = database;
    }

    /** Adds a job, or makes the waiting one for the same run fresh again; workers of all servers are told at the commit. */
    public static void enqueue(Handle handle, long projectId, String kind, long runId) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into job (project_id, kind, run_id) values (?, ?, ?)
            on conflict (project_id, kind, run_id) do update set
                state = 'ready', attempts = 0, not_before = now(), last_error = null,
                generation = job.generation + 1
            returning pg_notify(?, '')
            """)) {
            statement.setLong(1, projectId);
            statement.setString(2, kind);
            statement.setLong(3, runId);
            statement.setString(4, JobSignals.CHANNEL);
            statement.executeQuery().close();
        }
    }

    /** Adds a job that judges a run again. */
    public void judgeAgain(long projectId, long runId) {
        database.execute(handle -> enqueue(handle, projectId, JUDGE, runId));
    }

    /** Takes the oldest job that is due, for the time of the lease; empty when there is none. */
    public Optional<Job> take(Duration lease) {
        for (long projectId : projectsWithWork()) {
            Optional<Job> job = database.transaction(handle -> take(handle, projectId, lease));
            if (job.isPresent()) {
                return job;
            }
        }
        return Optional.empty();
    }

    private List<Long> projectsWithWork() {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select project_id
                from job
                where state = 'ready' and not_before <= now()
                    and (leased_until is null or leased_until < now())
                group by project_id
                order by min(created_at)
                """);
                    ResultSet rows = statement.executeQuery()) {
                List<Long> projects = new ArrayList<>();
                while (rows.next()) {
                    projects.add(rows.getLong(1));
                }
                return projects;
            }
        });
    }

    private static Optional<Job> take(Handle handle, long projectId, Duration lease) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            update job
            set attempts = attempts + 1, leased_until = now() + ? * interval '1 millisecond'
            where project_id = ? and job_id = (
                select job_id
                from job
                where project_id = ? and state = 'ready' and not_before <= now()
                    and (leased_until is null or leased_until < now())
                order by job_id
                limit 1
                for update skip locked)
            returning project_id, job_id, kind, run_id, attempts, generation
            """)) {
            statement.setLong(1, lease.toMillis());
            statement.setLong(2, projectId);
            statement.setLong(3, projectId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Job(
                                rows.getLong(1),
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getInt(5),
                                rows.getInt(6)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Deletes a job that is done, in the transaction that did it. A job that was asked for again meanwhile stays and is
     * due at once.
     */
    public static void done(Handle handle, Job job) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            delete from job where project_id = ? and job_id = ? and generation = ?
            """)) {
            statement.setLong(1, job.projectId());
            statement.setLong(2, job.id());
            statement.setInt(3, job.generation());
            if (statement.executeUpdate() == 1) {
                return;
            }
        }
        release(handle, job);
    }

    /** A job that was asked for again while it was done is due at once, as often as a new one. */
    private static void release(Handle handle, Job job) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            update job set leased_until = null where project_id = ? and job_id = ?
            """)) {
            statement.setLong(1, job.projectId());
            statement.setLong(2, job.id());
            statement.executeUpdate();
        }
    }

    /** Puts a failed job back with a growing delay, or marks it dead and tells the handler. */
    public void failed(Job job, String error, JobHandler handler) {
        boolean dead = job.attempts() >= MOST_ATTEMPTS;
        Duration delay = Duration.ofSeconds(1L << Math.min(job.attempts(), 10));
        database.execute(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update job
                set state = ?, not_before = now() + ? * interval '1 millisecond', leased_until = null,
                    last_error = ?
                where project_id = ? and job_id = ? and generation = ?
                """)) {
                statement.setString(1, dead ? "dead" : "ready");
                statement.setLong(2, delay.toMillis());
                statement.setString(3, StoredText.clean(error));
                statement.setLong(4, job.projectId());
                statement.setLong(5, job.id());
                statement.setInt(6, job.generation());
                if (statement.executeUpdate() == 0) {
                    release(handle, job);
                    return;
                }
            }
            if (dead) {
                handler.givenUp(handle, job);
            }
        });
    }

    /**
     * How much waits.
     *
     * @param waiting jobs that are due or being done
     * @param dead jobs that failed too often
     * @param lag the age of the oldest waiting one
     */
    public record Backlog(long waiting, long dead, Duration lag) {}

    /** What waits at the moment, in all projects. */
    public Backlog backlog() {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select count(*) filter (where state = 'ready'), count(*) filter (where state = 'dead'),
                    coalesce(extract(epoch from now() - min(created_at) filter (where state = 'ready')), 0)
                from job
                """);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Backlog(
                        rows.getLong(1), rows.getLong(2), Duration.ofMillis((long) (rows.getDouble(3) * 1000)));
            }
        });
    }
}
