package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.database.TableQuery;
import dev.plumbline.server.project.Project;
import java.util.Optional;

/** What a project has: its branches, environments, benchmarks and series, as the API lists them. */
public final class CatalogTables {

    private final Database database;

    public CatalogTables(Database database) {
        this.database = database;
    }

    /** The branches with runs, the one with the latest upload first. */
    public Table branches(Project project, PageOf part) {
        return read("""
                select b.branch_id as "id", b.name as "name", b.pull_request as "pullRequest",
                    b.pull_request is null and b.name = ? as "base",
                    count(*) as "runs", max(r.uploaded_at) as "lastUploadedAt"
                from branch b
                    join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
                where b.project_id = ?
                group by b.branch_id, b.name, b.pull_request
                order by max(r.uploaded_at) desc, b.branch_id
                offset ? limit ?
                """, project.baseBranch(), project.id(), part.offset(), part.limit());
    }

    /** The environments, by label, each with what its latest run observed. */
    public Table environments(long projectId, PageOf part) {
        return read("""
                select e.environment_id as "id", e.label as "label", coalesce(u.runs, 0) as "runs",
                    u.last_uploaded_at as "lastUploadedAt",
                    (select r.observed
                     from run r
                     where r.project_id = e.project_id and r.environment_id = e.environment_id
                     order by r.uploaded_at desc
                     limit 1) as "observed"
                from environment e
                    left join (
                        select environment_id, count(*) as runs, max(uploaded_at) as last_uploaded_at
                        from run
                        where project_id = ?
                        group by environment_id) u on u.environment_id = e.environment_id
                where e.project_id = ?
                order by e.label
                offset ? limit ?
                """, projectId, projectId, part.offset(), part.limit());
    }

    /**
     * The benchmarks, by name and parameters.
     *
     * @param contained what the name contains, upper and lower case alike; empty: all benchmarks
     */
    public Table benchmarks(long projectId, Optional<String> contained, PageOf part) {
        return read("""
                select b.benchmark_id as "id", b.name as "name", b.params as "params", b.mode as "mode",
                    b.threads as "threads",
                    (select count(*)
                     from series s
                     where s.project_id = b.project_id and s.benchmark_id = b.benchmark_id) as "series"
                from benchmark b
                where b.project_id = ? and position(lower(?) in lower(b.name)) > 0
                order by b.name, b.params::text, b.mode, b.threads
                offset ? limit ?
                """, projectId, contained.orElse(""), part.offset(), part.limit());
    }

    /**
     * The series, by benchmark and metric. A filter that is empty takes everything.
     *
     * @param benchmark the benchmark's whole name
     * @param metric the metric's name
     * @param environment the environment's label
     */
    public Table series(
            long projectId,
            Optional<String> benchmark,
            Optional<String> metric,
            Optional<String> environment,
            PageOf part) {
        return read(
                SERIES + """
                    and (? = '' or b.name = ?) and (? = '' or s.metric = ?) and (? = '' or e.label = ?)
                order by b.name, b.params::text, b.mode, b.threads, s.metric <> 'score', s.metric, e.label, s.series_id
                offset ? limit ?
                """,
                projectId,
                benchmark.orElse(""),
                benchmark.orElse(""),
                metric.orElse(""),
                metric.orElse(""),
                environment.orElse(""),
                environment.orElse(""),
                part.offset(),
                part.limit());
    }

    /** One series, or no row. */
    public Table series(long projectId, long seriesId) {
        return read(SERIES + "    and s.series_id = ?", projectId, seriesId);
    }

    private static final String SERIES = """
            select s.series_id as "id", b.benchmark_id as "benchmarkId", b.name as "benchmark", b.params as "params",
                b.mode as "mode", b.threads as "threads", e.label as "environment", s.metric as "metric",
                s.unit as "unit", s.direction = 'LOWER_IS_BETTER' as "lowerIsBetter"
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join environment e on e.project_id = s.project_id and e.environment_id = s.environment_id
            where s.project_id = ?
            """;

    private Table read(String sql, Object... parameters) {
        return database.read(handle -> new TableQuery(sql, parameters).run(handle));
    }
}
