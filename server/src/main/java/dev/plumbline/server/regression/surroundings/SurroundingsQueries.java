package dev.plumbline.server.regression.surroundings;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.regression.RegressionSummary;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Finds what did not move with a regression, and what moved elsewhere. */
public final class SurroundingsQueries {

    /** How many commits before the shift a chart begins. */
    private static final int COMMITS_BEFORE = 40;

    private final Database database;

    public SurroundingsQueries(Database database) {
        this.database = database;
    }

    /** What surrounds a regression. */
    public RegressionSurroundings load(long projectId, RegressionSummary change) {
        return database.read(handle -> new RegressionSurroundings(
                metrics(handle, projectId, change),
                elsewhere(handle, projectId, change),
                chartFrom(handle, projectId, change)));
    }

    private static List<RegressionSurroundings.Measured> metrics(
            Handle handle, long projectId, RegressionSummary change) {
        return handle.createQuery("""
            select s.metric, count(*) as series,
                count(*) filter (where s.benchmark_id = any (:benchmarks)) as of_these
            from point p
                join series s on s.project_id = p.project_id and s.series_id = p.series_id
            where p.project_id = :projectId and p.run_id = :runId
            group by s.metric
            order by (s.metric = 'score') desc, s.metric
            """)
                .bind("projectId", projectId)
                .bind("runId", change.runId())
                .bindArray(
                        "benchmarks",
                        Long.class,
                        change.series().stream()
                                .map(moved -> moved.series().benchmarkId())
                                .distinct()
                                .toList())
                .map((row, context) -> new RegressionSurroundings.Measured(
                        row.getString("metric"), row.getInt("series"), row.getInt("of_these")))
                .list();
    }

    private static List<RegressionSurroundings.Elsewhere> elsewhere(
            Handle handle, long projectId, RegressionSummary change) {
        return handle.createQuery("""
            with range as (
                select (select position from branch_commit
                        where project_id = :projectId and branch_id = :branchId and sha = :previousSha) as after,
                    (select position from branch_commit
                     where project_id = :projectId and branch_id = :branchId and sha = :sha) as up_to),
            same as (
                select s.series_id, s.environment_id
                from series mine
                    join series s on s.project_id = mine.project_id and s.benchmark_id = mine.benchmark_id
                        and s.metric = mine.metric and s.environment_id <> mine.environment_id
                where mine.project_id = :projectId and mine.series_id = any (:series)
                    and exists (
                        select from point p
                            join run r on r.project_id = p.project_id and r.run_id = p.run_id
                            join branch_commit bc
                                on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                        where p.project_id = s.project_id and p.series_id = s.series_id and r.branch_id = :branchId
                            and bc.position >= (select up_to from range))),
            moved as (
                select cp.series_id, max(cp.regression_id) as regression_id
                from change_point cp
                    join run r on r.project_id = cp.project_id and r.run_id = cp.run_id
                    join branch_commit bc
                        on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                    join run previous
                        on previous.project_id = cp.project_id and previous.run_id = cp.previous_run_id
                    join branch_commit bp on bp.project_id = previous.project_id
                        and bp.branch_id = previous.branch_id and bp.sha = previous.sha
                where cp.project_id = :projectId and cp.branch_id = :branchId and cp.worse = :worse
                    and cp.series_id in (select series_id from same)
                    and bp.position < (select up_to from range) and bc.position > (select after from range)
                group by cp.series_id)
            select e.label, count(*) as series, count(moved.series_id) as moved, max(moved.regression_id) as regression_id
            from same
                join environment e on e.project_id = :projectId and e.environment_id = same.environment_id
                left join moved using (series_id)
            group by e.label
            order by count(moved.series_id) desc, e.label
            limit 20
            """)
                .bind("projectId", projectId)
                .bind("branchId", change.scope().branchId())
                .bind("previousSha", change.previousSha())
                .bind("sha", change.commit().sha())
                .bind("worse", change.worse())
                .bindArray(
                        "series",
                        Long.class,
                        change.series().stream()
                                .map(moved -> moved.series().seriesId())
                                .toList())
                .map((row, context) -> {
                    long regression = row.getLong("regression_id");
                    return new RegressionSurroundings.Elsewhere(
                            row.getString("label"),
                            row.getInt("series"),
                            row.getInt("moved"),
                            row.wasNull() ? OptionalLong.empty() : OptionalLong.of(regression));
                })
                .list();
    }

    private static String chartFrom(Handle handle, long projectId, RegressionSummary change) {
        return handle.createQuery("""
            select earlier.sha
            from branch_commit last
                join branch_commit earlier on earlier.project_id = last.project_id
                    and earlier.branch_id = last.branch_id and earlier.position <= last.position
                    and exists (
                        select from run r
                        where r.project_id = earlier.project_id and r.branch_id = earlier.branch_id
                            and r.environment_id = :environmentId and r.sha = earlier.sha)
            where last.project_id = :projectId and last.branch_id = :branchId and last.sha = :previousSha
            order by earlier.position desc
            offset :before limit 1
            """)
                .bind("projectId", projectId)
                .bind("branchId", change.scope().branchId())
                .bind("environmentId", change.scope().environmentId())
                .bind("previousSha", change.previousSha())
                .bind("before", COMMITS_BEFORE)
                .mapTo(String.class)
                .findFirst()
                .orElse("");
    }
}
