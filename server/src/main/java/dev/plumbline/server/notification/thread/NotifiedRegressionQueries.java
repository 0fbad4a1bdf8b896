package dev.plumbline.server.notification.thread;

import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.change.SuiteColumns;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.regression.RegressionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads regressions as messages report them. */
public final class NotifiedRegressionQueries {

    private static final int COMMITS = 8;

    private NotifiedRegressionQueries() {}

    /** The regressions of these keys, the shifts of the whole suite first. */
    public static List<NotifiedRegression> read(Handle handle, long projectId, List<Long> ids, int worst) {
        List<NotifiedRegression> found = handle.createQuery("""
            select g.regression_id, g.status, g.opened_at, g.run_id, e.label as environment, b.name as branch,
                previous.sha as previous_sha, previous.sha = r.sha as within_one_commit,
                f.sha as fixed_sha, f.subject as fixed_subject, f.author as fixed_author,
                f.committed_at as fixed_committed_at,
                shift.ratio, shift.ratio_low, shift.ratio_high, shift.moved, shift.series,
                %s
            from regression g
                join environment e
                    on e.project_id = g.project_id and e.environment_id = g.environment_id
                join branch b on b.project_id = g.project_id and b.branch_id = g.branch_id
                join run r on r.project_id = g.project_id and r.run_id = g.run_id
                join run previous
                    on previous.project_id = g.project_id and previous.run_id = g.previous_run_id
                left join run fixing
                    on fixing.project_id = g.project_id and fixing.run_id = g.fixed_run_id
                left join commit f on f.project_id = fixing.project_id and f.sha = fixing.sha
                left join environment_shift shift
                    on shift.project_id = g.project_id and shift.regression_id = g.regression_id
            where g.project_id = :projectId and g.regression_id = any (:ids)
            order by (shift.ratio is null), g.regression_id
            """.formatted(ObservedDifference.COLUMNS))
                .bind("projectId", projectId)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> NotifiedRegressionQueries.regression(row))
                .list();
        List<NotifiedRegression> whole = new ArrayList<>();
        for (NotifiedRegression regression : found) {
            whole.add(regression.with(
                    range(handle, projectId, regression),
                    moved(handle, projectId, regression.id(), worst),
                    count(handle, projectId, regression.id())));
        }
        return whole;
    }

    private static NotifiedRegression regression(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "ratio");
        return new NotifiedRegression(
                row.getLong("regression_id"),
                Columns.constant(row, "status", RegressionState::ofLabel),
                row.getString("environment"),
                row.getString("branch"),
                row.getLong("run_id"),
                Columns.instant(row, "opened_at").orElseThrow(),
                new NotifiedRegression.Range(
                        row.getString("previous_sha"), row.getBoolean("within_one_commit"), List.of(), 0),
                row.getString("fixed_sha") == null ? Optional.empty() : Optional.of(CommitLabel.of(row, "fixed_")),
                Double.isNaN(ratio)
                        ? Optional.empty()
                        : Optional.of(new NotifiedRegression.Shift(
                                ratio,
                                row.getDouble("ratio_low"),
                                row.getDouble("ratio_high"),
                                row.getInt("moved"),
                                row.getInt("series"),
                                SuiteColumns.differences(row))),
                List.of(),
                0);
    }

    private record Commit(CommitLabel label, int count) {}

    private static NotifiedRegression.Range range(Handle handle, long projectId, NotifiedRegression regression) {
        List<Commit> commits = handle.createQuery("""
            select c.sha, c.subject, c.author, c.committed_at, count(*) over () as total
            from regression g
                join run r on r.project_id = g.project_id and r.run_id = g.run_id
                join branch_commit last
                    on last.project_id = g.project_id and last.branch_id = g.branch_id and last.sha = r.sha
                join run previous
                    on previous.project_id = g.project_id and previous.run_id = g.previous_run_id
                join branch_commit before on before.project_id = g.project_id
                    and before.branch_id = g.branch_id and before.sha = previous.sha
                join branch_commit bc on bc.project_id = g.project_id and bc.branch_id = g.branch_id
                    and bc.position > before.position and bc.position <= last.position
                join commit c on c.project_id = bc.project_id and c.sha = bc.sha
            where g.project_id = :projectId and g.regression_id = :regressionId
            order by bc.position desc
            limit :most
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regression.id())
                .bind("most", COMMITS)
                .map((row, context) -> new Commit(CommitLabel.of(row, ""), row.getInt("total")))
                .list();
        return new NotifiedRegression.Range(
                regression.range().previousSha(),
                regression.range().withinOneCommit(),
                commits.stream().map(Commit::label).toList(),
                commits.isEmpty() ? 0 : commits.get(0).count());
    }

    /** The series of a regression, the primary scores and the larger changes first. */
    static List<MovedSeries> moved(Handle handle, long projectId, long regressionId, int most) {
        return handle.createQuery("""
            select cp.state, cp.level_before, cp.level_after, cp.ratio, cp.ratio_low, cp.ratio_high,
                cp.p_value, cp.worse, earliest.sha as earliest_sha, latest.sha as latest_sha,
                %s
            from change_point cp
                join series s on s.project_id = cp.project_id and s.series_id = cp.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join run earliest
                    on earliest.project_id = cp.project_id and earliest.run_id = cp.earliest_run_id
                join run latest on latest.project_id = cp.project_id and latest.run_id = cp.latest_run_id
            where cp.project_id = :projectId and cp.regression_id = :regressionId
            order by (s.metric = 'score') desc, abs(ln(greatest(cp.ratio, 1e-300))) desc, b.name, s.series_id
            limit :most
            """.formatted(SeriesIdentity.COLUMNS))
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .bind("most", most)
                .map((row, context) -> MovedSeries.of(row))
                .list();
    }

    private static int count(Handle handle, long projectId, long regressionId) {
        return handle.createQuery("""
            select count(*) as series from change_point where project_id = :projectId
            and regression_id = :regressionId
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) -> row.getInt("series"))
                .findFirst()
                .orElse(0);
    }
}
