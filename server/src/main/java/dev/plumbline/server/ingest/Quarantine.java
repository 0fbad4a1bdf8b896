package dev.plumbline.server.ingest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.queue.Deliveries;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Uploads of somebody without a token: which projects take them, what they are bound to, and what the forge says of that. */
public final class Quarantine {

    /** The kind of delivery that asks the forge again; its subject has the key {@code run}. */
    public static final String VERIFY = "quarantine";

    private final Database database;

    public Quarantine(Database database) {
        this.database = database;
    }

    /** Whether a project takes them. */
    public boolean allowed(long projectId) {
        return database.read(handle -> Query.of(handle, "select quarantine from project where project_id = ?")
                .with(projectId)
                .first(row -> row.getBoolean("quarantine"))
                .orElse(false));
    }

    /** Lets a project take them, or no more. */
    public void allow(long projectId, boolean allowed) {
        database.execute(handle -> {
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("update project set quarantine = ? where project_id = ?")) {
                statement.setBoolean(1, allowed);
                statement.setLong(2, projectId);
                statement.executeUpdate();
            }
        });
    }

    /** How many a project took in the last 24 hours. */
    public int lastDay(long projectId) {
        return database.read(handle -> Query.of(handle, """
            select count(*) as runs
            from quarantined_run
            where project_id = ? and uploaded_at > now() - interval '24 hours'
            """)
                .with(projectId)
                .list(row -> row.getInt("runs"))
                .getFirst());
    }

    /** What a run is bound to; empty when it is no quarantined run of the project. */
    public Optional<QuarantineBinding> binding(long projectId, long runId) {
        return database.read(handle -> Query.of(handle, """
            select repository, pull_request, sha, ci_run from quarantined_run where project_id = ? and run_id = ?
            """)
                .with(projectId)
                .with(runId)
                .first(row -> new QuarantineBinding(
                        row.getString("repository"),
                        row.getInt("pull_request"),
                        row.getString("sha"),
                        row.getString("ci_run"))));
    }

    /** Keeps what the forge said later. */
    public void checked(long projectId, long runId, QuarantineCheck check) {
        database.execute(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update quarantined_run
                set verified = ?, why = ?, verified_at = now()
                where project_id = ? and run_id = ?
                """)) {
                statement.setString(1, check.verified().label());
                statement.setString(2, StoredText.clean(check.why()));
                statement.setLong(3, projectId);
                statement.setLong(4, runId);
                statement.executeUpdate();
            }
            PullRequestDeliveries.runChanged(handle, projectId, runId);
        });
    }

    /** Keeps a new run's binding, and has the forge asked later where it gave no answer. */
    static void insert(Handle handle, long projectId, long runId, QuarantineBinding binding, QuarantineCheck check)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into quarantined_run (project_id, run_id, repository, pull_request, sha, ci_run, verified, why,
                verified_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, case when ? then now() end)
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, runId);
            statement.setString(3, binding.repository());
            statement.setInt(4, binding.pullRequest());
            statement.setString(5, binding.sha());
            statement.setString(6, binding.ciRun());
            statement.setString(7, check.verified().label());
            statement.setString(8, StoredText.clean(check.why()));
            statement.setBoolean(9, check.verified() != QuarantineCheck.Verified.UNVERIFIED);
            statement.executeUpdate();
        }
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

    /** What is known of a pull request from a quarantined upload: nothing that anybody else told of it is changed. */
    static void mention(Handle handle, long projectId, int pullRequest, String sha) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into pull_request (project_id, number, uploaded_head_sha)
            values (?, ?, ?)
            on conflict (project_id, number) do update set
                uploaded_head_sha = excluded.uploaded_head_sha, updated_at = now()
            where not exists (
                select
                from run
                    join branch on branch.project_id = run.project_id and branch.branch_id = run.branch_id
                where run.project_id = excluded.project_id and branch.pull_request = excluded.number
                    and run.trust <> 'quarantined')
            """)) {
            statement.setLong(1, projectId);
            statement.setInt(2, pullRequest);
            statement.setString(3, sha);
            statement.executeUpdate();
        }
    }
}
