package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.json.JsonColumn;
import dev.plumbline.server.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** By how much runs of the same code differ in an environment, as the base branch shows it. */
public final class NoiseTables {

    /** How many runs are looked back. */
    private static final int RUNS = 60;

    /** With fewer runs the noise is hardly known. */
    private static final int FEWEST = 10;

    private final Database database;

    public NoiseTables(Database database) {
        this.database = database;
    }

    /**
     * The noise of a series at its current level.
     *
     * @param level the median of the runs, in the base unit
     * @param noise the standard deviation of the runs' logarithms by their median absolute deviation, so that a few odd runs
     *     don't count: 0.03 is about 3 %
     * @param runs how many runs these are, at least ten
     */
    public record Noise(
            String benchmark,
            JsonColumn params,
            String mode,
            int threads,
            String metric,
            String unit,
            double level,
            double noise,
            long runs) {}

    /**
     * The noise of each series from its last confirmed change point on; of those with fewer than ten positive values none. The factor
     * 1.4826 makes the median absolute deviation a standard deviation if runs are normal, n / (n - 0.8) corrects it for n runs (Croux
     * and Rousseeuw, <i>Time-efficient algorithms for two highly robust estimators of scale</i>, 1992).
     */
    private static final String KNOWN = """
        with recent as (
            select r.run_id, r.branch_id, bc.position
            from run r
                join branch_commit bc
                    on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
            where r.project_id = :projectId and r.environment_id = :environmentId and r.branch_id = :branchId and %s
            order by bc.position desc, r.run_id desc
            limit :runs),
        started as (
            select c.series_id, max(recent.position) as position
            from recent
                join change_point c on c.run_id = recent.run_id and c.branch_id = recent.branch_id
            where c.project_id = :projectId and c.state = 'confirmed'
            group by c.series_id),
        used as (
            select p.series_id, ln(p.value) as size
            from recent
                join point p on p.run_id = recent.run_id
                left join started on started.series_id = p.series_id
            where p.project_id = :projectId and p.value > 0 and (:whichever or p.series_id = any (:some))
                and (started.position is null or recent.position >= started.position)),
        levels as (
            select series_id, percentile_cont(0.5) within group (order by size) as level, count(*) as runs
            from used
            group by series_id
            having count(*) >= :fewest),
        known as (
            select series_id, exp(level) as level, runs,
                1.4826 * runs / (runs - 0.8)
                    * percentile_cont(0.5) within group (order by abs(size - level)) as noise
            from used
                join levels using (series_id)
            group by series_id, level, runs)
        """.formatted(DrawnRuns.CONDITION);

    /**
     * The noise of the series of an environment on the base branch, in the order of their names. Series with fewer than ten positive
     * values are left out.
     */
    public List<Noise> of(Project project, String environment, PageOf part) {
        return database.read(handle -> {
            Optional<HistoryScope> scope = base(handle, project, environment);
            return scope.isEmpty()
                    ? List.of()
                    : bound(handle.createQuery(KNOWN + """
                            select b.name as benchmark, b.params, b.mode, b.threads, s.metric, s.unit, known.level,
                                known.noise, known.runs
                            from known
                                join series s on s.project_id = :projectId and s.series_id = known.series_id
                                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                            order by b.name, b.params::text, b.mode, b.threads, s.metric <> 'score', s.metric, s.series_id
                            offset :offset limit :limit
                            """), scope.get())
                            .bind("whichever", true)
                            .bindArray("some", Long.class, List.of())
                            .bindMethods(part)
                            .map(ConstructorMapper.of(Noise.class))
                            .list();
        });
    }

    /** The noise of some series of a history, by series; of those that it is known of. */
    public static Map<Long, Double> of(Handle handle, HistoryScope scope, List<Long> series) {
        return bound(handle.createQuery(KNOWN + "select series_id, noise from known"), scope)
                .bind("whichever", false)
                .bindArray("some", Long.class, series)
                .map((row, context) -> Map.entry(row.getLong("series_id"), row.getDouble("noise")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Query bound(Query query, HistoryScope scope) {
        return query.bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("runs", RUNS)
                .bind("fewest", FEWEST);
    }

    private static Optional<HistoryScope> base(Handle handle, Project project, String environment) {
        return handle.createQuery("""
                select e.environment_id, b.branch_id
                from environment e
                    join branch b on b.project_id = e.project_id and b.name = :baseBranch and b.pull_request is null
                where e.project_id = :projectId and e.label = :environment
                """)
                .bind("projectId", project.id())
                .bind("baseBranch", project.baseBranch())
                .bind("environment", environment)
                .map((row, context) ->
                        new HistoryScope(project.id(), row.getLong("environment_id"), row.getLong("branch_id")))
                .findOne();
    }
}
