package dev.plumbline.server.regression;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.json.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Regressions, as the API lists them. */
public final class RegressionTables {

    private final Database database;

    public RegressionTables(Database database) {
        this.database = database;
    }

    /**
     * A regression or an improvement, with the series that moved most.
     *
     * @param kind what moved
     * @param state what people see
     * @param detected what was detected, whatever people decided
     * @param seriesCount how many series moved
     * @param series the one that moved most; empty if the suite moved as a whole
     * @param suiteSeries from how many series the suite's shift was estimated
     * @param observed what differs in the machine: for each field what was and what is
     */
    public record Listed(
            long id,
            RegressionKind kind,
            boolean worse,
            RegressionState state,
            DetectorState detected,
            Optional<String> assignee,
            String environment,
            String branch,
            long run,
            String commit,
            String previousCommit,
            Optional<String> fixedCommit,
            Instant openedAt,
            Instant updatedAt,
            long seriesCount,
            OptionalLong series,
            Optional<String> benchmark,
            Optional<JsonColumn> params,
            Optional<String> metric,
            double ratio,
            double ratioLow,
            double ratioHigh,
            OptionalInt suiteSeries,
            JsonColumn observed) {}

    /**
     * The regressions and improvements, latest first.
     *
     * @param filter which ones
     */
    public List<Listed> list(long projectId, RegressionFilter filter, PageOf part) {
        return database.read(handle -> handle.createQuery("""
                select g.regression_id as id, g.kind, g.worse, g.status as state, g.state as detected, g.assignee,
                    e.label as environment, b.name as branch, g.run_id as run, first.sha as commit,
                    last.sha as previous_commit, fixed.sha as fixed_commit, g.opened_at, g.updated_at,
                    coalesce(shift.moved, (
                        select count(distinct p.series_id)
                        from change_point p
                        where p.project_id = g.project_id and p.regression_id = g.regression_id)) as series_count,
                    most.series_id as series, most.name as benchmark, most.params, most.metric,
                    coalesce(shift.ratio, most.ratio) as ratio, shift.ratio_low, shift.ratio_high,
                    shift.series as suite_series,
                    (select coalesce(jsonb_object_agg(a.key, jsonb_build_array(b.value, a.value)), '{}')
                     from jsonb_each_text(first.observed) a
                        join jsonb_each_text(last.observed) b on b.key = a.key and b.value <> a.value
                     where a.key in ('cpu', 'cores', 'os', 'arch', 'jvm', 'vmVersion', 'jmh')) as observed
                from regression g
                    join environment e on e.project_id = g.project_id and e.environment_id = g.environment_id
                    join branch b on b.project_id = g.project_id and b.branch_id = g.branch_id
                    join run first on first.project_id = g.project_id and first.run_id = g.run_id
                    join run last on last.project_id = g.project_id and last.run_id = g.previous_run_id
                    left join run fixed on fixed.project_id = g.project_id and fixed.run_id = g.fixed_run_id
                    left join environment_shift shift
                        on shift.project_id = g.project_id and shift.regression_id = g.regression_id
                        and shift.run_id = g.run_id
                    left join lateral (
                        select p.series_id, n.name, n.params, s.metric, p.ratio
                        from change_point p
                            join series s on s.project_id = p.project_id and s.series_id = p.series_id
                            join benchmark n on n.project_id = s.project_id and n.benchmark_id = s.benchmark_id
                        where p.project_id = g.project_id and p.regression_id = g.regression_id
                        order by abs(ln(nullif(greatest(p.ratio, 0), 0))) desc nulls last, p.series_id
                        limit 1) most on true
                where g.project_id = :projectId
                """ + RegressionFilter.CONDITIONS + """
                order by g.opened_at desc, g.regression_id desc
                offset :offset limit :limit
                """)
                .bind("projectId", projectId)
                .bindMap(filter.parameters())
                .bindMethods(part)
                .registerColumnMapper(RegressionKind.class, Columns.constants(RegressionKind::ofLabel))
                .registerColumnMapper(RegressionState.class, Columns.constants(RegressionState::ofLabel))
                .registerColumnMapper(DetectorState.class, Columns.constants(DetectorState::ofLabel))
                .map(ConstructorMapper.of(Listed.class))
                .list());
    }
}
