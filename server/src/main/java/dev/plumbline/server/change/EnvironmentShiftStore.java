package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The shifts that the benchmarks of one environment share, on the base branch. */
public final class EnvironmentShiftStore {

    private final Handle handle;
    private final RunToJudge run;

    public EnvironmentShiftStore(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /** All shifts of the environment, in the order of their runs. */
    public List<StoredShift> all() throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select shift.run_id, previous_run_id, earliest_run_id, latest_run_id, shift.state, ratio, ratio_low,
                ratio_high, p_value, worse, moved, series
            from environment_shift shift
                join run on run.project_id = shift.project_id and run.run_id = shift.run_id
                join branch_commit on branch_commit.project_id = run.project_id
                    and branch_commit.branch_id = run.branch_id and branch_commit.sha = run.sha
            where shift.project_id = ? and shift.environment_id = ? and shift.branch_id = ?
            order by position, shift.run_id
            """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            List<StoredShift> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new StoredShift(
                            rows.getLong("run_id"),
                            rows.getLong("previous_run_id"),
                            rows.getLong("earliest_run_id"),
                            rows.getLong("latest_run_id"),
                            ChangePoint.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                            rows.getDouble("ratio"),
                            rows.getDouble("ratio_low"),
                            rows.getDouble("ratio_high"),
                            rows.getDouble("p_value"),
                            rows.getBoolean("worse"),
                            rows.getInt("moved"),
                            rows.getInt("series")));
                }
            }
            return found;
        }
    }

    /**
     * Puts shifts in the place of the earlier ones at the same runs.
     *
     * @param runs the runs that the movement could be told of, and whose shifts have not settled
     * @return the runs at which something is different now
     */
    public Set<Long> replace(long[] runs, List<StoredShift> shifts) throws SQLException {
        List<StoredShift> before = all().stream()
                .filter(shift -> Arrays.stream(runs).anyMatch(known -> known == shift.runId()))
                .toList();
        if (before.equals(shifts)) {
            return Set.of();
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            delete from environment_shift
            where project_id = ? and environment_id = ? and branch_id = ? and run_id = any (?)
            """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            statement.setArray(
                    4,
                    handle.getConnection()
                            .createArrayOf("bigint", Arrays.stream(runs).boxed().toArray()));
            statement.executeUpdate();
        }
        insert(shifts);
        return Stream.of(before, shifts)
                .flatMap(List::stream)
                .filter(shift -> !before.contains(shift) || !shifts.contains(shift))
                .map(StoredShift::runId)
                .collect(Collectors.toSet());
    }

    private void insert(List<StoredShift> shifts) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into environment_shift (project_id, environment_id, branch_id, run_id, previous_run_id,
                earliest_run_id, latest_run_id, state, ratio, ratio_low, ratio_high, p_value, worse, moved, series)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
            for (StoredShift shift : shifts) {
                statement.setLong(1, run.projectId());
                statement.setLong(2, run.environmentId());
                statement.setLong(3, run.baseBranchId());
                statement.setLong(4, shift.runId());
                statement.setLong(5, shift.previousRunId());
                statement.setLong(6, shift.earliestRunId());
                statement.setLong(7, shift.latestRunId());
                statement.setString(8, shift.state().name().toLowerCase(Locale.ROOT));
                statement.setDouble(9, shift.ratio());
                statement.setDouble(10, shift.ratioLow());
                statement.setDouble(11, shift.ratioHigh());
                statement.setDouble(12, shift.pValue());
                statement.setBoolean(13, shift.worse());
                statement.setInt(14, shift.moved());
                statement.setInt(15, shift.series());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
