package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * A regression or an improvement as it is stored, before it is compared with the detector's groups.
 *
 * @param id its key
 * @param kind what moved
 * @param worse false for an improvement
 * @param state what the detector said last
 * @param decision what people decided, empty while they haven't
 * @param status what people see
 * @param reopened whether it came back after it was fixed
 * @param runId the first run at the new level, the last time that it happened
 * @param previousRunId the last run before
 * @param firstRunId the first run at the new level, the first time
 * @param fixedRunId the run since which the level is back
 * @param series what it grouped last
 */
public record KnownRegression(
        long id,
        RegressionKind kind,
        boolean worse,
        DetectorState state,
        Optional<Triage.Decision> decision,
        RegressionState status,
        boolean reopened,
        long runId,
        long previousRunId,
        long firstRunId,
        Optional<Long> fixedRunId,
        Set<Long> series) {

    public KnownRegression {
        series = Set.copyOf(series);
    }

    /** Those of an environment on the base branch, locked until the transaction ends. */
    static List<KnownRegression> lock(Handle handle, RunToJudge run) {
        return handle.createQuery("""
            select regression_id, kind, worse, state, decision, status, reopened, run_id,
                previous_run_id, first_run_id, fixed_run_id, series_ids
            from regression
            where project_id = :projectId and environment_id = :environmentId and branch_id = :baseBranchId
            order by regression_id
            for no key update
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("baseBranchId", run.baseBranchId())
                .map((row, context) -> KnownRegression.of(row))
                .list();
    }

    private static KnownRegression of(ResultSet row) throws SQLException {
        return new KnownRegression(
                row.getLong("regression_id"),
                Columns.constant(row, "kind", RegressionKind::ofLabel),
                row.getBoolean("worse"),
                Columns.constant(row, "state", DetectorState::ofLabel),
                Columns.knownConstant(row, "decision", Triage.Decision::ofLabel),
                Columns.constant(row, "status", RegressionState::ofLabel),
                row.getBoolean("reopened"),
                row.getLong("run_id"),
                row.getLong("previous_run_id"),
                row.getLong("first_run_id"),
                Columns.key(row, "fixed_run_id"),
                Set.of((Long[]) row.getArray("series_ids").getArray()));
    }

    boolean retracted() {
        return state == DetectorState.RETRACTED;
    }

    boolean fixed() {
        return state == DetectorState.FIXED;
    }
}
