package dev.plumbline.server.report;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.database.TableQuery;
import java.util.List;
import java.util.Optional;

/** Runs and their verdicts, as the API lists them. */
public final class RunTables {

    private static final String RUN = """
        select r.run_id as "id", b.name as "branch", b.pull_request as "pullRequest", r.sha as "commit",
            c.committed_at as "committedAt", c.author as "author", c.subject as "subject",
            e.label as "environment", r.uploaded_at as "uploadedAt", r.started_at as "startedAt",
            r.format as "format", r.result_count as "results",
            %s as "status",
            r.judged_at as "judgedAt", r.summary as "summary", r.observed as "observed", r.ci as "ci",
            r.notes as "notes",
            r.trust as "trust", r.role as "role", r.pair_run_id as "pairedWith", r.baseline as "baseline"
        from run r
            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
            join commit c on c.project_id = r.project_id and c.sha = r.sha
            join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
        where r.project_id = ?
        """.formatted(RunListing.STATUS);

    private final Database database;

    public RunTables(Database database) {
        this.database = database;
    }

    /** The runs, the latest upload first. A filter that is empty takes everything. */
    public Table runs(
            long projectId,
            Optional<String> branch,
            Optional<String> environment,
            Optional<String> commit,
            PageOf part) {
        return read(
                RUN + """
                        and (? = '' or b.name = ?) and (? = '' or e.label = ?) and (? = '' or r.sha = ?)
                    order by r.uploaded_at desc, r.run_id desc
                    offset ? limit ?
                    """,
                projectId,
                branch.orElse(""),
                branch.orElse(""),
                environment.orElse(""),
                environment.orElse(""),
                commit.orElse(""),
                commit.orElse(""),
                part.offset(),
                part.limit());
    }

    /** One run, or no row. */
    public Table run(long projectId, long runId) {
        return read(RUN + "    and r.run_id = ?", projectId, runId);
    }

    /** A run's verdicts, the worst first. */
    public List<StoredVerdict> verdicts(long projectId, long runId) {
        return database.read(handle -> StoredVerdicts.worstFirst(handle, projectId, runId));
    }

    /** What the audit says against a run: the differences from its baseline first, then the worst. */
    public Table audit(long projectId, long runId) {
        return read("""
            select code as "code", severity as "severity", what as "what", concerned as "concerned",
                benchmarks as "benchmarks", baseline_run_id as "baselineRun", cases as "cases"
            from finding
            where project_id = ? and run_id = ?
            order by baseline_run_id is null, array_position(array['invalid', 'serious', 'minor'], severity),
                concerned desc, code
            """, projectId, runId);
    }

    private Table read(String sql, Object... parameters) {
        return database.read(handle -> new TableQuery(sql, parameters).run(handle));
    }
}
