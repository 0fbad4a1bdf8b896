package dev.plumbline.server.history;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The history of one series on one branch. */
public final class SeriesHistoryQueries {

    /** The most points of one history; the latest are taken. */
    public static final int MOST_POINTS = 5_000;

    private final Database database;

    public SeriesHistoryQueries(Database database) {
        this.database = database;
    }

    /**
     * The whole history.
     *
     * @param scope the branch; its environment is the series'
     * @param seriesId the series
     */
    public SeriesHistory load(HistoryScope scope, long seriesId) {
        return database.read(handle -> {
            List<Counted> points = points(handle, scope, seriesId);
            return new SeriesHistory(
                    points.reversed().stream().map(Counted::point).toList(),
                    changes(handle, scope, seriesId),
                    shifts(handle, scope, seriesId),
                    SeriesRemarks.baselines(handle, scope, seriesId),
                    SeriesRemarks.earlierNames(handle, scope, seriesId),
                    points.isEmpty() ? 0 : points.get(0).total());
        });
    }

    private record Counted(SeriesHistory.Point point, long total) {}

    /** Latest first. */
    private static List<Counted> points(Handle handle, HistoryScope scope, long seriesId) {
        return handle.createQuery("""
            with placed as (
                select p.run_id, p.value, p.forks, p.iterations, bc.position, r.sha, r.uploaded_at, r.observed,
                    count(*) over () as total
                from point p
                    join run r on r.project_id = p.project_id and r.run_id = p.run_id
                    join branch_commit bc
                        on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                where p.project_id = :projectId and p.series_id = :seriesId and r.branch_id = :branchId and %s)
            select placed.run_id, placed.value, placed.forks, placed.iterations, placed.uploaded_at,
                placed.total, c.sha, c.subject, c.author, c.committed_at, coalesce(v.outcome, '') as outcome,
                concat_ws(' · ', nullif(placed.observed ->> 'cpu', ''), nullif(placed.observed ->> 'os', ''),
                    nullif(placed.observed ->> 'jvm', '')) as machine
            from placed
                join commit c on c.project_id = :projectId and c.sha = placed.sha
                left join verdict v
                    on v.project_id = :projectId and v.run_id = placed.run_id and v.series_id = :seriesId
            order by placed.position desc, placed.run_id desc
            limit :limit
            """.formatted(DrawnRuns.CONDITION))
                .bind("projectId", scope.projectId())
                .bind("seriesId", seriesId)
                .bind("branchId", scope.branchId())
                .bind("limit", MOST_POINTS)
                .map((row, context) -> point(row))
                .list();
    }

    private static Counted point(ResultSet row) throws SQLException {
        return new Counted(
                new SeriesHistory.Point(
                        row.getLong("run_id"),
                        CommitLabel.of(row, ""),
                        Columns.instant(row, "uploaded_at").orElseThrow(),
                        row.getDouble("value"),
                        Columns.numbers(row, "forks"),
                        row.getInt("iterations"),
                        row.getString("machine"),
                        Outcome.ofLabel(Columns.text(row, "outcome"))),
                row.getLong("total"));
    }

    private static List<SeriesHistory.Change> changes(Handle handle, HistoryScope scope, long seriesId) {
        return handle.createQuery("""
            select cp.run_id, cp.previous_run_id, cp.regression_id, cp.state, cp.level_before, cp.level_after, cp.ratio,
                cp.ratio_low, cp.ratio_high, cp.p_value, cp.worse, earliest.sha as earliest_sha, latest.sha as latest_sha,
                c.sha, c.subject, c.author, c.committed_at, previous.sha as previous_sha,
                (select count(*) from branch_commit between_them
                 where between_them.project_id = cp.project_id and between_them.branch_id = cp.branch_id
                     and between_them.position > bp.position and between_them.position < bc.position)
                    as unmeasured,
                %s
            from change_point cp
                join series s on s.project_id = cp.project_id and s.series_id = cp.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join run earliest
                    on earliest.project_id = cp.project_id and earliest.run_id = cp.earliest_run_id
                join run latest on latest.project_id = cp.project_id and latest.run_id = cp.latest_run_id
                join run r on r.project_id = cp.project_id and r.run_id = cp.run_id
                join branch_commit bc
                    on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                join commit c on c.project_id = r.project_id and c.sha = r.sha
                join run previous
                    on previous.project_id = cp.project_id and previous.run_id = cp.previous_run_id
                join branch_commit bp on bp.project_id = previous.project_id
                    and bp.branch_id = previous.branch_id and bp.sha = previous.sha
            where cp.project_id = :projectId and cp.series_id = :seriesId and cp.branch_id = :branchId
            order by bc.position, cp.run_id
            """.formatted(SeriesIdentity.COLUMNS))
                .bind("projectId", scope.projectId())
                .bind("seriesId", seriesId)
                .bind("branchId", scope.branchId())
                .map((row, context) -> new SeriesHistory.Change(
                        row.getLong("run_id"),
                        CommitLabel.of(row, ""),
                        row.getLong("previous_run_id"),
                        row.getString("previous_sha"),
                        row.getLong("unmeasured"),
                        Columns.key(row, "regression_id"),
                        MovedSeries.of(row)))
                .list();
    }

    /** Those of a time or a rate; no other metric follows what the suite shares. */
    private static List<SeriesHistory.Shift> shifts(Handle handle, HistoryScope scope, long seriesId) {
        return handle.createQuery("""
            select s.run_id, s.ratio, s.moved, s.series
            from environment_shift s
                join run r on r.project_id = s.project_id and r.run_id = s.run_id
                join branch_commit bc
                    on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                join series on series.project_id = s.project_id and series.series_id = :seriesId
                    and series.unit in ('s/op', 'ops/s', 's')
            where s.project_id = :projectId and s.environment_id = :environmentId and s.branch_id = :branchId
            order by bc.position, s.run_id
            """)
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("seriesId", seriesId)
                .map(ConstructorMapper.of(SeriesHistory.Shift.class))
                .list();
    }
}
