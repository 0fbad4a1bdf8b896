package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.json.JsonColumn;
import dev.plumbline.server.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What a project has: its branches, environments, benchmarks and series, as the API lists them. */
public final class CatalogTables {

    private final Database database;

    public CatalogTables(Database database) {
        this.database = database;
    }

    /**
     * A branch with runs.
     *
     * @param pullRequest the forge's number where it is the head of a pull request
     * @param base whether it is the branch that others are compared with
     */
    public record Branch(
            long id, String name, OptionalInt pullRequest, boolean base, long runs, Instant lastUploadedAt) {}

    /**
     * An environment.
     *
     * @param observed what its latest run observed of the machine
     */
    public record Environment(
            long id, String label, long runs, Optional<Instant> lastUploadedAt, Optional<JsonColumn> observed) {}

    /**
     * A benchmark with its parameters, mode and threads.
     *
     * @param harness what measures it
     * @param series how many series it has
     */
    public record Benchmark(
            long id, String name, JsonColumn params, String mode, int threads, String harness, long series) {}

    /** A metric of a benchmark in an environment; whether lower is better is null if it is not known. */
    public record Series(
            long id,
            long benchmarkId,
            String benchmark,
            JsonColumn params,
            String mode,
            int threads,
            String harness,
            String environment,
            String metric,
            String unit,
            @Nullable Boolean lowerIsBetter) {}

    /** The branches with runs, the one with the latest upload first. */
    public List<Branch> branches(Project project, PageOf part) {
        return database.read(handle -> handle.createQuery("""
                select b.branch_id as id, b.name, b.pull_request, b.pull_request is null and b.name = :baseBranch as base,
                    count(*) as runs, max(r.uploaded_at) as last_uploaded_at
                from branch b
                    join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
                where b.project_id = :projectId
                group by b.branch_id, b.name, b.pull_request
                order by max(r.uploaded_at) desc, b.branch_id
                offset :offset limit :limit
                """)
                .bind("projectId", project.id())
                .bind("baseBranch", project.baseBranch())
                .bindMethods(part)
                .map(ConstructorMapper.of(Branch.class))
                .list());
    }

    /** The environments, by label, each with what its latest run observed. */
    public List<Environment> environments(long projectId, PageOf part) {
        return database.read(handle -> handle.createQuery("""
                select e.environment_id as id, e.label, coalesce(u.runs, 0) as runs, u.last_uploaded_at,
                    (select r.observed
                     from run r
                     where r.project_id = e.project_id and r.environment_id = e.environment_id
                     order by r.uploaded_at desc
                     limit 1) as observed
                from environment e
                    left join (
                        select environment_id, count(*) as runs, max(uploaded_at) as last_uploaded_at
                        from run
                        where project_id = :projectId
                        group by environment_id) u on u.environment_id = e.environment_id
                where e.project_id = :projectId
                order by e.label
                offset :offset limit :limit
                """)
                .bind("projectId", projectId)
                .bindMethods(part)
                .map(ConstructorMapper.of(Environment.class))
                .list());
    }

    /**
     * The benchmarks, by name and parameters.
     *
     * @param contained what the name contains, case-insensitive; empty: all benchmarks
     */
    public List<Benchmark> benchmarks(long projectId, Optional<String> contained, PageOf part) {
        return database.read(handle -> handle.createQuery("""
                select b.benchmark_id as id, b.name, b.params, b.mode, b.threads, b.harness,
                    (select count(*)
                     from series s
                     where s.project_id = b.project_id and s.benchmark_id = b.benchmark_id) as series
                from benchmark b
                where b.project_id = :projectId and position(lower(:contained) in lower(b.name)) > 0
                order by b.name, b.params::text, b.mode, b.threads
                offset :offset limit :limit
                """)
                .bind("projectId", projectId)
                .bind("contained", contained.orElse(""))
                .bindMethods(part)
                .map(ConstructorMapper.of(Benchmark.class))
                .list());
    }

    /**
     * The series, by benchmark and metric. An empty filter selects everything.
     *
     * @param benchmark the benchmark's whole name
     * @param metric the metric's name
     * @param environment the environment's label
     */
    public List<Series> series(
            long projectId,
            Optional<String> benchmark,
            Optional<String> metric,
            Optional<String> environment,
            PageOf part) {
        return database.read(handle -> handle.createQuery(SERIES + """
                    and (:benchmark = '' or b.name = :benchmark) and (:metric = '' or s.metric = :metric)
                    and (:environment = '' or e.label = :environment)
                order by b.name, b.params::text, b.mode, b.threads, s.metric <> 'score', s.metric, e.label, s.series_id
                offset :offset limit :limit
                """)
                .bind("projectId", projectId)
                .bind("benchmark", benchmark.orElse(""))
                .bind("metric", metric.orElse(""))
                .bind("environment", environment.orElse(""))
                .bindMethods(part)
                .map(ConstructorMapper.of(Series.class))
                .list());
    }

    /** One series. */
    public Optional<Series> series(long projectId, long seriesId) {
        return database.read(handle -> handle.createQuery(SERIES + "    and s.series_id = :seriesId")
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .map(ConstructorMapper.of(Series.class))
                .findOne());
    }

    private static final String SERIES = """
            select s.series_id as id, b.benchmark_id, b.name as benchmark, b.params, b.mode, b.threads, b.harness,
                e.label as environment, s.metric, s.unit,
                case s.direction when 'LOWER_IS_BETTER' then true when 'HIGHER_IS_BETTER' then false end
                    as lower_is_better
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join environment e on e.project_id = s.project_id and e.environment_id = s.environment_id
            where s.project_id = :projectId
            """;
}
