package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.database.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The shifts that the benchmarks of one environment share, on the base branch. */
public final class EnvironmentShiftStore {

    private final Handle handle;
    private final RunToJudge run;

    public EnvironmentShiftStore(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /** All shifts of the environment, in the order of their runs. */
    public List<StoredShift> all() {
        return handle.createQuery("""
            select shift.run_id, previous_run_id, earliest_run_id, latest_run_id, shift.state, ratio, ratio_low,
                ratio_high, p_value, worse, moved, series
            from environment_shift shift
                join run on run.project_id = shift.project_id and run.run_id = shift.run_id
                join branch_commit on branch_commit.project_id = run.project_id
                    and branch_commit.branch_id = run.branch_id and branch_commit.sha = run.sha
            where shift.project_id = :projectId and shift.environment_id = :environmentId
                and shift.branch_id = :branchId
            order by position, shift.run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .map((row, context) -> new StoredShift(
                        row.getLong("run_id"),
                        row.getLong("previous_run_id"),
                        row.getLong("earliest_run_id"),
                        row.getLong("latest_run_id"),
                        Columns.constant(row, "state", ChangePoint.State::ofLabel),
                        row.getDouble("ratio"),
                        row.getDouble("ratio_low"),
                        row.getDouble("ratio_high"),
                        row.getDouble("p_value"),
                        row.getBoolean("worse"),
                        row.getInt("moved"),
                        row.getInt("series")))
                .list();
    }

    /**
     * Replaces the earlier shifts at the same runs.
     *
     * @param runs the runs for which the movement could be estimated, and whose shifts have not settled
     * @return the runs at which something is different now
     */
    public Set<Long> replace(long[] runs, List<StoredShift> shifts) {
        List<StoredShift> before = all().stream()
                .filter(shift -> Arrays.stream(runs).anyMatch(known -> known == shift.runId()))
                .toList();
        if (before.equals(shifts)) {
            return Set.of();
        }
        handle.createUpdate("""
            delete from environment_shift
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and run_id = any (:runs)
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .bind("runs", runs)
                .execute();
        insert(shifts);
        return Stream.of(before, shifts)
                .flatMap(List::stream)
                .filter(shift -> !before.contains(shift) || !shifts.contains(shift))
                .map(StoredShift::runId)
                .collect(Collectors.toSet());
    }

    private void insert(List<StoredShift> shifts) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into environment_shift (project_id, environment_id, branch_id, run_id, previous_run_id,
                earliest_run_id, latest_run_id, state, ratio, ratio_low, ratio_high, p_value, worse, moved, series)
            values (:projectId, :environmentId, :branchId, :runId, :previousRunId, :earliestRunId, :latestRunId,
                :state, :ratio, :ratioLow, :ratioHigh, :pValue, :worse, :moved, :series)
            """);
        for (StoredShift shift : shifts) {
            batch.bind("projectId", run.projectId())
                    .bind("environmentId", run.environmentId())
                    .bind("branchId", run.baseBranchId())
                    .bind("runId", shift.runId())
                    .bind("previousRunId", shift.previousRunId())
                    .bind("earliestRunId", shift.earliestRunId())
                    .bind("latestRunId", shift.latestRunId())
                    .bind("state", shift.state().name().toLowerCase(Locale.ROOT))
                    .bind("ratio", shift.ratio())
                    .bind("ratioLow", shift.ratioLow())
                    .bind("ratioHigh", shift.ratioHigh())
                    .bind("pValue", shift.pValue())
                    .bind("worse", shift.worse())
                    .bind("moved", shift.moved())
                    .bind("series", shift.series())
                    .add();
        }
        batch.execute();
    }
}
