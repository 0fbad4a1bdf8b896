package dev.plumbline.server.queue;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The work that waits, as rows: any number of servers share it. A job is taken with a lease; if a worker dies, its
 * lease expires and another takes over. Done jobs are deleted; one that failed too often is kept as dead.
 */
public final class Jobs {

    /** Compare a run with its baseline and bring its environment's change points up to date. */
    public static final String JUDGE = "judge";

    /** After this many attempts a job is dead. */
    public static final int MOST_ATTEMPTS = 6;

    private static final int MOST_PATIENCE = 15;

    private static final String ADD = """
            insert into job (project_id, kind, run_id, held, not_before)
            values (:projectId, :kind, :runId, :held, now() + :quiet * interval '1 millisecond')
            on conflict (project_id, kind, run_id) do update set
                state = 'ready', attempts = 0, last_error = null, generation = job.generation + 1, held = excluded.held,
                not_before = least(now() + :quiet * interval '1 millisecond',
                    greatest(now(), job.created_at + :most * interval '1 millisecond'))
            returning case when not held then pg_notify(:channel, '') end
            """;

    /** A part of the statement that adds a job, so that an upload needs no other one: usually there is none to release. */
    private static final String RELEASE = """
            with released as (
                update job set held = false, not_before = now()
                where project_id = :projectId and held and (kind, run_id) <> (:kind, :runId))
            """;

    private static final RowMapper<Job> JOB = ConstructorMapper.of(Job.class);

    private final Database database;

    public Jobs(Database database) {
        this.database = database;
    }

    /** Adds a job, or renews the waiting one for the same run; the workers of all servers are notified at the commit. */
    public static void enqueue(Handle handle, long projectId, String kind, long runId) {
        enqueue(handle, projectId, kind, runId, Duration.ZERO);
    }

    /**
     * Adds a job, or renews the waiting one for the same run, to be done once nobody has asked for it again for a while; after
     * {@value #MOST_PATIENCE} such whiles it is due even so.
     */
    public static void enqueue(Handle handle, long projectId, String kind, long runId, Duration quiet) {
        add(handle, ADD, projectId, kind, runId, quiet, false);
    }

    /** Adds a job as {@link #enqueue} does, and has those done with it that the project holds back. */
    public static void enqueueWithHeld(Handle handle, long projectId, String kind, long runId, Duration quiet) {
        add(handle, RELEASE + ADD, projectId, kind, runId, quiet, false);
    }

    /**
     * Adds a job that waits until the project's held ones are released.
     *
     * @param patience for how long it waits at most after it was last asked for
     */
    public static void hold(Handle handle, long projectId, String kind, long runId, Duration patience) {
        add(handle, ADD, projectId, kind, runId, patience, true);
    }

    /** Has the jobs done that a project holds back. */
    public static void release(Handle handle, long projectId) {
        int released = handle.createUpdate("""
            update job set held = false, not_before = now() where project_id = :projectId and held
            """)
                .bind("projectId", projectId)
                .execute();
        if (released > 0) {
            handle.createQuery("select pg_notify(:channel, '')")
                    .bind("channel", JobSignals.CHANNEL)
                    .mapToMap()
                    .list();
        }
    }

    private static void add(
            Handle handle, String sql, long projectId, String kind, long runId, Duration quiet, boolean held) {
        handle.createUpdate(sql)
                .bind("projectId", projectId)
                .bind("kind", kind)
                .bind("runId", runId)
                .bind("quiet", quiet.toMillis())
                .bind("most", quiet.toMillis() * MOST_PATIENCE)
                .bind("held", held)
                .bind("channel", JobSignals.CHANNEL)
                .execute();
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
        return database.read(handle -> handle.createQuery("""
            select project_id
            from job
            where state = 'ready' and not_before <= now()
                and (leased_until is null or leased_until < now())
            group by project_id
            order by min(created_at)
            """).mapTo(Long.class).list());
    }

    private static Optional<Job> take(Handle handle, long projectId, Duration lease) {
        return handle.createQuery("""
            update job
            set attempts = attempts + 1, leased_until = now() + :lease * interval '1 millisecond'
            where project_id = :projectId and job_id = (
                select job_id
                from job
                where project_id = :projectId and state = 'ready' and not_before <= now()
                    and (leased_until is null or leased_until < now())
                order by job_id
                limit 1
                for update skip locked)
            returning project_id, job_id as id, kind, run_id, attempts, generation
            """)
                .bind("lease", lease.toMillis())
                .bind("projectId", projectId)
                .map(JOB)
                .findOne();
    }

    /**
     * Deletes a job that is done, in the transaction that did it. A job that was requested again in the meantime stays and is
     * due at once.
     */
    public static void done(Handle handle, Job job) {
        int deleted = handle.createUpdate("""
            delete from job where project_id = :projectId and job_id = :jobId and generation = :generation
            """)
                .bind("projectId", job.projectId())
                .bind("jobId", job.id())
                .bind("generation", job.generation())
                .execute();
        if (deleted == 0) {
            release(handle, job);
        }
    }

    /** A job that was requested again while it was being done is due at once, with as many attempts as a new one. */
    private static void release(Handle handle, Job job) {
        handle.createUpdate("""
            update job set leased_until = null where project_id = :projectId and job_id = :jobId
            """)
                .bind("projectId", job.projectId())
                .bind("jobId", job.id())
                .execute();
    }

    /** Puts a failed job back with a growing delay, or marks it dead and tells the handler. */
    public void failed(Job job, String error, JobHandler handler) {
        boolean dead = job.attempts() >= MOST_ATTEMPTS;
        Duration delay = Duration.ofSeconds(1L << Math.min(job.attempts(), 10));
        database.execute(handle -> {
            int changed = handle.createUpdate("""
                update job
                set state = :state, not_before = now() + :delay * interval '1 millisecond', leased_until = null,
                    last_error = :error
                where project_id = :projectId and job_id = :jobId and generation = :generation
                """)
                    .bind("state", dead ? "dead" : "ready")
                    .bind("delay", delay.toMillis())
                    .bind("error", StoredText.clean(error))
                    .bind("projectId", job.projectId())
                    .bind("jobId", job.id())
                    .bind("generation", job.generation())
                    .execute();
            if (changed == 0) {
                release(handle, job);
            } else if (dead) {
                handler.givenUp(handle, job);
            }
        });
    }

    /**
     * How much is waiting.
     *
     * @param waiting jobs that are due or running
     * @param dead jobs that failed too often
     * @param lag the age of the oldest waiting one
     */
    public record Backlog(long waiting, long dead, Duration lag) {

        /** Of a row with {@code waiting, dead, lag}, the lag in seconds. */
        static Backlog of(ResultSet row) throws SQLException {
            Duration lag = Duration.ofMillis((long) (row.getDouble("lag") * 1000));
            return new Backlog(row.getLong("waiting"), row.getLong("dead"), lag);
        }
    }

    /** What is currently waiting, in all projects. */
    public Backlog backlog() {
        return database.read(handle ->
                handle.createQuery("""
            select count(*) filter (where state = 'ready') as waiting, count(*) filter (where state = 'dead') as dead,
                coalesce(extract(epoch from now() - min(created_at) filter (where state = 'ready')), 0) as lag
            from job
            """).map((row, context) -> Backlog.of(row)).one());
    }
}
