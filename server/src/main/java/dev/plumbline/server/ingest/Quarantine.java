package dev.plumbline.server.ingest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.queue.Deliveries;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Uploads without a token: which projects accept them, what they are bound to, and what the forge says about that. */
public final class Quarantine {

    /** The kind of delivery that asks the forge again; its subject has the key {@code run}. */
    public static final String VERIFY = "quarantine";

    private final Database database;

    public Quarantine(Database database) {
        this.database = database;
    }

    /** Whether a project accepts them. */
    public boolean allowed(long projectId) {
        return database.read(
                handle -> handle.createQuery("select quarantine from project where project_id = :projectId")
                        .bind("projectId", projectId)
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false));
    }

    /** Lets a project accept them, or stops it. */
    public void allow(long projectId, boolean allowed) {
        database.execute(
                handle -> handle.createUpdate("update project set quarantine = :allowed where project_id = :projectId")
                        .bind("allowed", allowed)
                        .bind("projectId", projectId)
                        .execute());
    }

    /**
     * What quarantined uploads took up.
     *
     * @param uploads how many there were
     * @param points their points
     * @param bytes their documents' lengths, decompressed
     */
    public record Amount(long uploads, long points, long bytes) {}

    /** What a project accepted in the last 24 hours. */
    public Amount lastDay(long projectId) {
        return database.read(handle -> handle.createQuery("""
            select count(*) as uploads, coalesce(sum(points), 0)::bigint as points, coalesce(sum(bytes), 0)::bigint as bytes
            from quarantined_run
            where project_id = :projectId and uploaded_at > now() - interval '24 hours'
            """)
                .bind("projectId", projectId)
                .map(ConstructorMapper.of(Amount.class))
                .one());
    }

    /** What a run is bound to; empty when it isn't a quarantined run of the project. */
    public Optional<QuarantineBinding> binding(long projectId, long runId) {
        return database.read(handle -> handle.createQuery("""
            select repository, pull_request, sha, ci_run
            from quarantined_run
            where project_id = :projectId and run_id = :runId
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map(ConstructorMapper.of(QuarantineBinding.class))
                .findOne());
    }

    /** Keeps what the forge said later. */
    public void checked(long projectId, long runId, QuarantineCheck check) {
        database.execute(handle -> {
            handle.createUpdate("""
                update quarantined_run
                set verified = :verified, why = :why, verified_at = now()
                where project_id = :projectId and run_id = :runId
                """)
                    .bind("verified", check.verified().label())
                    .bind("why", StoredText.clean(check.why()))
                    .bind("projectId", projectId)
                    .bind("runId", runId)
                    .execute();
            PullRequestDeliveries.runChanged(handle, projectId, runId);
        });
    }

    /** Keeps a new run's binding, and has the forge asked later if it gave no answer. */
    static void insert(
            Handle handle,
            long projectId,
            long runId,
            Amount amount,
            QuarantineBinding binding,
            QuarantineCheck check) {
        handle.createUpdate("""
            insert into quarantined_run (project_id, run_id, repository, pull_request, sha, ci_run, verified, why,
                verified_at, points, bytes)
            values (:projectId, :runId, :repository, :pullRequest, :sha, :ciRun, :verified, :why,
                case when :asked then now() end, :points, :bytes)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("repository", binding.repository())
                .bind("pullRequest", binding.pullRequest())
                .bind("sha", binding.sha())
                .bind("ciRun", binding.ciRun())
                .bind("verified", check.verified().label())
                .bind("why", StoredText.clean(check.why()))
                .bind("points", amount.points())
                .bind("bytes", amount.bytes())
                .bind("asked", check.verified() != QuarantineCheck.Verified.UNVERIFIED)
                .execute();
        if (check.later()) {
            Deliveries.enqueueOnce(
                    handle,
                    projectId,
                    VERIFY,
                    Long.toString(runId),
                    "CI run " + binding.ciRun() + " of " + binding.repository(),
                    Map.of("run", Long.toString(runId)));
        }
    }

    /** Counts a further part of a run. */
    static void grow(Handle handle, long projectId, long runId, Amount amount) {
        handle.createUpdate("""
            update quarantined_run
            set points = points + :points, bytes = bytes + :bytes
            where project_id = :projectId and run_id = :runId
            """)
                .bind("points", amount.points())
                .bind("bytes", amount.bytes())
                .bind("projectId", projectId)
                .bind("runId", runId)
                .execute();
    }

    /** What a quarantined upload says about a pull request: nothing that anybody else said about it is changed. */
    static void mention(Handle handle, long projectId, int pullRequest, String sha) {
        handle.createUpdate("""
            insert into pull_request (project_id, number, uploaded_head_sha)
            values (:projectId, :pullRequest, :sha)
            on conflict (project_id, number) do update set
                uploaded_head_sha = excluded.uploaded_head_sha, updated_at = now()
            where not exists (
                select
                from run
                    join branch on branch.project_id = run.project_id and branch.branch_id = run.branch_id
                where run.project_id = excluded.project_id and branch.pull_request = excluded.number
                    and run.trust <> 'quarantined')
            """)
                .bind("projectId", projectId)
                .bind("pullRequest", pullRequest)
                .bind("sha", sha)
                .execute();
    }
}
