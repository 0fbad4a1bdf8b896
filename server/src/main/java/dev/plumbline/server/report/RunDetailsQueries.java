package dev.plumbline.server.report;

import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.change.SuiteColumns;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
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

    /** Verdicts on one page. */
    public static final int PAGE_SIZE = 200;

    private final Database database;

    public RunDetailsQueries(Database database) {
        this.database = database;
    }

    /**
     * A run with one page of its verdicts, empty when the project has no such run.
     *
     * @param outcome the outcome to list, empty: all
     * @param page from 1
     */
    public Optional<RunDetails> load(long projectId, long runId, String outcome, int page) {
        return database.read(handle -> {
            List<RunVerdicts.Counted> verdicts = RunVerdicts.read(handle, projectId, runId, outcome, page);
            Optional<Baseline> baseline = Baselines.of(handle, projectId, runId);
            List<String> notes = notes(handle, projectId, runId);
            List<StoredFinding> findings = StoredFinding.of(handle, projectId, runId);
            return Query.of(handle, """
                select r.run_id, r.uploaded_at, r.started_at, r.result_count, r.branch_id,
                    c.sha, c.subject, c.author, c.committed_at,
                    b.name as branch, b.pull_request, e.label as environment,
                    %s as status,
                    (r.summary ->> 'regressed')::int as regressed,
                    (r.summary ->> 'improved')::int as improved,
                    (r.summary ->> 'unchanged')::int as unchanged,
                    (r.summary ->> 'inconclusive')::int as inconclusive,
                    (r.summary ->> 'comparisons')::int as comparisons,
                    (r.summary -> 'geometricMean' ->> 'ratio')::double precision as mean_ratio,
                    (r.summary -> 'geometricMean' ->> 'low')::double precision as mean_low,
                    (r.summary -> 'geometricMean' ->> 'high')::double precision as mean_high,
                    array(select o.key from jsonb_each_text(r.observed) o order by o.key) as observed_names,
                    array(select coalesce(o.value, '') from jsonb_each_text(r.observed) o order by o.key)
                        as observed_values,
                    r.ci ->> 'provider' as ci_provider, r.ci ->> 'url' as ci_link,
                    r.trust, q.why as quarantine,
                    %s, %s
                from run r
                    join commit c on c.project_id = r.project_id and c.sha = r.sha
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join environment e
                        on e.project_id = r.project_id and e.environment_id = r.environment_id
                    left join quarantined_run q on q.project_id = r.project_id and q.run_id = r.run_id
                where r.project_id = ? and r.run_id = ?
                """.formatted(RunListing.STATUS, RunListing.SUITE, SuiteColumns.COLUMNS))
                    .with(projectId)
                    .with(runId)
                    .first(row -> details(row, baseline, notes, findings, verdicts));
        });
    }

    private static RunDetails details(
            ResultSet row,
            Optional<Baseline> baseline,
            List<String> notes,
            List<StoredFinding> findings,
            List<RunVerdicts.Counted> verdicts)
            throws SQLException {
        int pullRequest = row.getInt("pull_request");
        OptionalInt number = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(pullRequest);
        return new RunDetails(
                RunListing.of(row),
                number,
                row.getLong("branch_id"),
                Columns.instant(row, "started_at"),
                row.getInt("result_count"),
                row.getInt("unchanged"),
                geometricMean(row),
                SuiteColumns.of(row),
                baseline,
                Columns.map(row, "observed_names", "observed_values"),
                Columns.text(row, "ci_provider"),
                Columns.text(row, "ci_link"),
                row.getString("trust"),
                Columns.text(row, "quarantine"),
                notes,
                findings,
                verdicts.stream().map(RunVerdicts.Counted::verdict).toList(),
                verdicts.isEmpty() ? 0 : verdicts.get(0).total());
    }

    private static Optional<RunDetails.GeometricMean> geometricMean(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "mean_ratio");
        return Double.isNaN(ratio)
                ? Optional.empty()
                : Optional.of(new RunDetails.GeometricMean(
                        ratio, Columns.number(row, "mean_low"), Columns.number(row, "mean_high")));
    }

    private static List<String> notes(Handle handle, long projectId, long runId) throws SQLException {
        return Query.of(handle, """
            select note ->> 'message' as message
            from run r cross join lateral jsonb_array_elements(r.notes) as note
            where r.project_id = ? and r.run_id = ? and note ->> 'message' is not null
            limit 200
            """).with(projectId).with(runId).list(row -> row.getString("message"));
    }
}
