package dev.plumbline.server.history;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Reads how the benchmarks of an environment moved together. */
public final class SuiteHistories {

    /** How many runs are looked back. */
    public static final int RUNS = 40;

    private static final double UPPER_TAIL = 0.975;

    private SuiteHistories() {}

    /**
     * The last runs that were uploaded. Each benchmark is compared with its own mean, so that the mean over the benchmarks doesn't move
     * when a run has fewer of them; the interval is Student's over the benchmarks.
     */
    public static SuiteTrend read(Handle handle, HistoryScope scope) {
        StudentT studentT = new StudentT();
        return new SuiteTrend(handle.createQuery("""
            with recent as (
                select newest.run_id, bc.position
                from (
                    select r.run_id, r.project_id, r.branch_id, r.sha
                    from run r
                    where r.project_id = :projectId and r.environment_id = :environmentId
                        and r.branch_id = :branchId and r.baseline_eligible
                    order by r.uploaded_at desc, r.run_id desc
                    limit :runs) as newest
                    join branch_commit bc on bc.project_id = newest.project_id and bc.branch_id = newest.branch_id
                        and bc.sha = newest.sha),
            sizes as (
                select p.series_id, p.run_id,
                    case s.direction when 'HIGHER_IS_BETTER' then -ln(p.value) else ln(p.value) end as size
                from series s
                    join point p on p.project_id = s.project_id and p.series_id = s.series_id
                where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = 'score' and s.judged
                    and s.direction <> 'NOT_KNOWN' and p.value > 0 and p.run_id = any (array(select run_id from recent))),
            usual as (
                select series_id, avg(size) as size
                from sizes
                group by series_id
                having count(*) >= :fewest)
            select recent.run_id, avg(sizes.size - usual.size) as mean,
                stddev_samp(sizes.size - usual.size) / sqrt(count(*)) as error, count(*) as benchmarks
            from recent
                join sizes using (run_id)
                join usual using (series_id)
            group by recent.run_id, recent.position
            order by recent.position, recent.run_id
            """)
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("runs", RUNS)
                .bind("fewest", SuiteTrend.FEWEST_RUNS)
                .map((row, context) -> point(row, studentT))
                .list());
    }

    private static SuiteTrend.Point point(ResultSet row, StudentT studentT) throws SQLException {
        double mean = row.getDouble("mean");
        double error = Columns.number(row, "error");
        int benchmarks = row.getInt("benchmarks");
        double halfWidth = benchmarks > 1 ? error * studentT.quantile(UPPER_TAIL, benchmarks - 1) : Double.NaN;
        return new SuiteTrend.Point(
                row.getLong("run_id"),
                Math.exp(mean),
                Math.exp(mean - halfWidth),
                Math.exp(mean + halfWidth),
                benchmarks);
    }
}
