package dev.plumbline.server.regression;

import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.change.SuiteColumns;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The regressions and improvements of a project with the series that moved. */
final class ProjectChangesQueries {

    private static final String SELECT = """
        select g.regression_id, g.worse, g.status, g.state, g.assignee, g.opened_at, g.run_id, g.environment_id, g.branch_id,
            g.first_run_id <> g.run_id as came_back, e.label as environment, c.sha, c.subject, c.author, c.committed_at,
            previous.sha as previous_sha,
            (select count(*) from branch_commit between_them
             where between_them.project_id = g.project_id and between_them.branch_id = g.branch_id
                 and between_them.position > bp.position and between_them.position < bc.position) as unmeasured,
            f.sha as fixed_sha, f.subject as fixed_subject, f.author as fixed_author,
            f.committed_at as fixed_committed_at,
            shift.ratio, shift.ratio_low, shift.ratio_high, shift.moved, shift.series,
            count(*) over () as total, %s as open,
            %s
        from regression g
            join environment e on e.project_id = g.project_id and e.environment_id = g.environment_id
            join run r on r.project_id = g.project_id and r.run_id = g.run_id
            join branch_commit bc on bc.project_id = r.project_id and bc.branch_id = r.branch_id
                and bc.sha = r.sha
            join commit c on c.project_id = r.project_id and c.sha = r.sha
            join run previous on previous.project_id = g.project_id and previous.run_id = g.previous_run_id
            join branch_commit bp on bp.project_id = previous.project_id
                and bp.branch_id = previous.branch_id and bp.sha = previous.sha
            left join run fixing on fixing.project_id = g.project_id and fixing.run_id = g.fixed_run_id
            left join commit f on f.project_id = fixing.project_id and f.sha = fixing.sha
            left join environment_shift shift on shift.project_id = g.project_id
                and shift.regression_id = g.regression_id and shift.run_id = g.run_id
        where g.project_id = :projectId
        """.formatted(RegressionFilter.IS_OPEN, ObservedDifference.COLUMNS);

    private ProjectChangesQueries() {}

    private record Member(long regressionId, MovedSeries series) {}

    /**
     * Regressions and improvements.
     *
     * @param list the latest first
     * @param total how many there are in all
     */
    record Changes(List<RegressionSummary> list, long total) {}

    private record Counted(RegressionSummary change, long total) {}

    /** What people review. */
    static Changes list(Handle handle, long projectId, RegressionFilter filter, RegressionOrder order, PageOf part) {
        return read(
                handle,
                projectId,
                handle.createQuery(SELECT + RegressionFilter.CONDITIONS + """
                    order by %s, g.regression_id desc
                    offset :offset limit :limit
                    """.formatted(order.columns()))
                        .bindMap(filter.parameters())
                        .bind("offset", part.offset())
                        .bind("limit", part.limit()));
    }

    /** One of them. */
    static Optional<RegressionSummary> one(Handle handle, long projectId, long regressionId) {
        return read(
                        handle,
                        projectId,
                        handle.createQuery(SELECT + "and g.regression_id = :regressionId")
                                .bind("regressionId", regressionId))
                .list()
                .stream()
                .findFirst();
    }

    private static Changes read(Handle handle, long projectId, Query query) {
        List<Counted> rows = query.bind("projectId", projectId)
                .map((row, context) -> new Counted(change(row, projectId), row.getLong("total")))
                .list();
        Map<Long, List<MovedSeries>> moved = moved(
                handle, projectId, rows.stream().map(row -> row.change().id()).toList());
        return new Changes(
                rows.stream()
                        .map(Counted::change)
                        .map(change -> change.with(moved.getOrDefault(change.id(), List.of())))
                        .toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private static RegressionSummary change(ResultSet row, long projectId) throws SQLException {
        return new RegressionSummary(
                row.getLong("regression_id"),
                row.getBoolean("worse"),
                Columns.constant(row, "status", RegressionState::ofLabel),
                new RegressionSummary.Triage(
                        Columns.constant(row, "state", DetectorState::ofLabel),
                        Columns.text(row, "assignee"),
                        row.getBoolean("came_back"),
                        row.getBoolean("open")),
                row.getString("environment"),
                new HistoryScope(projectId, row.getLong("environment_id"), row.getLong("branch_id")),
                row.getLong("run_id"),
                CommitLabel.of(row, ""),
                row.getString("previous_sha"),
                row.getLong("unmeasured"),
                row.getString("fixed_sha") == null ? Optional.empty() : Optional.of(CommitLabel.of(row, "fixed_")),
                Columns.instant(row, "opened_at").orElseThrow(),
                SuiteColumns.differences(row),
                shift(row),
                List.of());
    }

    private static Optional<RegressionSummary.Shift> shift(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "ratio");
        return Double.isNaN(ratio)
                ? Optional.empty()
                : Optional.of(new RegressionSummary.Shift(
                        ratio,
                        row.getDouble("ratio_low"),
                        row.getDouble("ratio_high"),
                        row.getInt("moved"),
                        row.getInt("series"),
                        SuiteColumns.differences(row)));
    }

    private static Map<Long, List<MovedSeries>> moved(Handle handle, long projectId, List<Long> regressions) {
        List<Member> members = handle.createQuery("""
            select * from (
            select distinct on (cp.regression_id, cp.series_id) cp.regression_id, cp.state, cp.level_before, cp.level_after, cp.ratio, cp.ratio_low,
                cp.ratio_high, cp.p_value, cp.worse, earliest.sha as earliest_sha, latest.sha as latest_sha,
                %s
            from change_point cp
                join series s on s.project_id = cp.project_id and s.series_id = cp.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join run earliest
                    on earliest.project_id = cp.project_id and earliest.run_id = cp.earliest_run_id
                join run latest on latest.project_id = cp.project_id
                    and latest.run_id = cp.latest_run_id
                join run first on first.project_id = cp.project_id and first.run_id = cp.run_id
                join branch_commit at on at.project_id = first.project_id
                    and at.branch_id = first.branch_id and at.sha = first.sha
            where cp.project_id = :projectId and cp.regression_id = any (:regressions)
            order by cp.regression_id, cp.series_id, at.position desc, cp.run_id desc) as moved
            order by regression_id, (metric = 'score') desc, abs(ln(greatest(ratio, 1e-300))) desc, name, series_id
            """.formatted(SeriesIdentity.COLUMNS))
                .bind("projectId", projectId)
                .bindArray("regressions", Long.class, regressions)
                .map((row, context) -> new Member(row.getLong("regression_id"), MovedSeries.of(row)))
                .list();
        return members.stream()
                .collect(Collectors.groupingBy(
                        Member::regressionId, Collectors.mapping(Member::series, Collectors.toList())));
    }
}
