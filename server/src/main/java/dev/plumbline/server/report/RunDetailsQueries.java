package dev.plumbline.server.report;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.judging.Baselines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** What the page of a run shows. */
public final class RunDetailsQueries {

    private final Database database;

    public RunDetailsQueries(Database database) {
        this.database = database;
    }

    /** A run with all of its verdicts, empty when the project has no such run. */
    public Optional<RunDetails> load(long projectId, long runId) {
        return database.read(handle -> {
            List<StoredVerdict> verdicts =
                    StoredVerdicts.all(handle, projectId, List.of(runId)).getOrDefault(runId, List.of());
            Optional<Baseline> baseline = Baselines.of(handle, projectId, runId);
            List<UploadTables.Upload> uploads = UploadTables.of(handle, projectId, runId);
            List<String> notes = notes(handle, projectId, runId);
            List<StoredFinding> findings = StoredFinding.of(handle, projectId, runId);
            return handle.createQuery("""
                select r.run_id, r.uploaded_at, r.started_at, r.result_count, r.branch_id,
                    c.sha, c.subject, c.author, c.committed_at,
                    b.name as branch, b.pull_request, e.label as environment,
                    %s as status,
                    r.summary, r.absent,
                    array(select o.key from jsonb_each_text(r.observed) o order by o.key) as observed_names,
                    array(select coalesce(o.value, '') from jsonb_each_text(r.observed) o order by o.key)
                        as observed_values,
                    r.ci ->> 'provider' as ci_provider, r.ci ->> 'url' as ci_link,
                    r.trust, q.why as quarantine
                from run r
                    join commit c on c.project_id = r.project_id and c.sha = r.sha
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join environment e
                        on e.project_id = r.project_id and e.environment_id = r.environment_id
                    left join quarantined_run q on q.project_id = r.project_id and q.run_id = r.run_id
                where r.project_id = :projectId and r.run_id = :runId
                """.formatted(RunListing.STATUS))
                    .bind("projectId", projectId)
                    .bind("runId", runId)
                    .map((row, context) -> details(row, baseline, uploads, notes, findings, verdicts))
                    .findFirst();
        });
    }

    private static RunDetails details(
            ResultSet row,
            Optional<Baseline> baseline,
            List<UploadTables.Upload> uploads,
            List<String> notes,
            List<StoredFinding> findings,
            List<StoredVerdict> verdicts)
            throws SQLException {
        int pullRequest = row.getInt("pull_request");
        OptionalInt number = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(pullRequest);
        return new RunDetails(
                RunListing.of(row),
                number,
                row.getLong("branch_id"),
                Columns.instant(row, "started_at"),
                row.getInt("result_count"),
                baseline,
                Columns.map(row, "observed_names", "observed_values"),
                Columns.text(row, "ci_provider"),
                Columns.text(row, "ci_link"),
                RunTrust.ofLabel(row.getString("trust")).orElseThrow(),
                Columns.text(row, "quarantine"),
                uploads,
                notes,
                findings,
                verdicts);
    }

    private static List<String> notes(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select note ->> 'message'
            from upload u cross join lateral jsonb_array_elements(u.notes) as note
            where u.project_id = :projectId and u.run_id = :runId and note ->> 'message' is not null
            limit 200
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(String.class)
                .list();
    }
}
