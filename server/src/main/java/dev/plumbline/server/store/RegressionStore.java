package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The regressions and improvements of one environment on the base branch. */
final class RegressionStore {

    private final Connection connection;
    private final RunToJudge run;

    RegressionStore(Connection connection, RunToJudge run) {
        this.connection = connection;
        this.run = run;
    }

    /**
     * Brings the rows in line with the groups. A group found again keeps its row and so whatever people attached to it;
     * a row whose group is gone is retracted.
     *
     * @param ofSeries the groups of series that moved by themselves
     * @param ofSuite the shifts that all benchmarks share
     */
    void replace(List<RegressionGroup> ofSeries, List<RegressionGroup> ofSuite) throws SQLException {
        List<Long> found = new ArrayList<>();
        for (RegressionGroup group : ofSeries) {
            long regressionId = upsert(group, "series");
            attach(regressionId, group);
            found.add(regressionId);
        }
        for (RegressionGroup group : ofSuite) {
            long regressionId = upsert(group, "suite");
            attachShift(regressionId, group);
            found.add(regressionId);
        }
        retractOthers(found);
    }

    private long upsert(RegressionGroup group, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into regression as known (project_id, environment_id, branch_id, run_id, previous_run_id, worse,
                    state, fixed_run_id, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (project_id, branch_id, run_id, worse, kind) do update set
                    previous_run_id = excluded.previous_run_id,
                    state = excluded.state,
                    fixed_run_id = excluded.fixed_run_id,
                    updated_at = case
                        when known.state = excluded.state
                            and known.previous_run_id = excluded.previous_run_id
                            and known.fixed_run_id is not distinct from excluded.fixed_run_id
                        then known.updated_at
                        else now() end
                returning regression_id
                """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            statement.setLong(4, group.runId());
            statement.setLong(5, group.previousRunId());
            statement.setBoolean(6, group.worse());
            statement.setString(7, group.state());
            if (group.fixedRunId().isPresent()) {
                statement.setLong(8, group.fixedRunId().get());
            } else {
                statement.setNull(8, Types.BIGINT);
            }
            statement.setString(9, kind);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void attach(long regressionId, RegressionGroup group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update change_point
                set regression_id = ?
                from unnest(?, ?) as member (series_id, run_id)
                where project_id = ? and branch_id = ?
                    and change_point.series_id = member.series_id and change_point.run_id = member.run_id
                    and regression_id is distinct from ?
                """)) {
            statement.setLong(1, regressionId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            group.members().stream()
                                    .map(StoredChangePoint::seriesId)
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            group.members().stream()
                                    .map(StoredChangePoint::runId)
                                    .toArray()));
            statement.setLong(4, run.projectId());
            statement.setLong(5, run.baseBranchId());
            statement.setLong(6, regressionId);
            statement.executeUpdate();
        }
    }

    private void attachShift(long regressionId, RegressionGroup group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update environment_shift
                set regression_id = ?
                where project_id = ? and environment_id = ? and branch_id = ? and run_id = ?
                    and regression_id is distinct from ?
                """)) {
            statement.setLong(1, regressionId);
            statement.setLong(2, run.projectId());
            statement.setLong(3, run.environmentId());
            statement.setLong(4, run.baseBranchId());
            statement.setLong(5, group.runId());
            statement.setLong(6, regressionId);
            statement.executeUpdate();
        }
    }

    private void retractOthers(List<Long> found) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update regression
                set state = 'retracted', fixed_run_id = null, updated_at = now()
                where project_id = ? and environment_id = ? and branch_id = ? and state <> 'retracted'
                    and regression_id <> all (?)
                """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            statement.setArray(4, connection.createArrayOf("bigint", found.toArray()));
            statement.executeUpdate();
        }
    }
}
