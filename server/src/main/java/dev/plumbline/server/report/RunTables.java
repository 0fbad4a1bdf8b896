package dev.plumbline.server.report;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.database.TableQuery;
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
    public Table verdicts(long projectId, long runId) {
        return read("""
            select v.series_id as "series", b.name as "benchmark", b.params as "params", b.mode as "mode",
                b.threads as "threads", s.metric as "metric", s.unit as "unit",
                s.direction = 'LOWER_IS_BETTER' as "lowerIsBetter", v.outcome as "outcome", v.method as "method",
                v.candidate as "candidate", v.candidate_forks as "candidateForks",
                v.baseline as "baselineValue", v.baseline_runs as "baselineRuns",
                v.baseline_forks as "baselineForks", first.sha as "baselineFirstCommit",
                last.sha as "baselineLastCommit", v.ratio as "ratio", v.ratio_low as "ratioLow",
                v.ratio_high as "ratioHigh", v.p_value as "pValue", v.adjusted_p_value as "adjustedPValue",
                v.smallest_detectable_change as "smallestDetectableChange",
                coalesce(v.forks_needed, 0) as "forksNeeded", v.reasons as "reasons",
                v.rule as "rule", v.lower_limit as "lowerLimit", v.upper_limit as "upperLimit"
            from verdict v
                join series s on s.project_id = v.project_id and s.series_id = v.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                left join run first
                    on first.project_id = v.project_id and first.run_id = v.baseline_first_run_id
                left join run last on last.project_id = v.project_id and last.run_id = v.baseline_last_run_id
            where v.project_id = ? and v.run_id = ?
            order by array_position(array['regressed', 'inconclusive', 'improved', 'unchanged'], v.outcome),
                abs(ln(nullif(greatest(v.ratio, 0), 0))) desc nulls last, b.name, s.metric, v.series_id
            """, projectId, runId);
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
