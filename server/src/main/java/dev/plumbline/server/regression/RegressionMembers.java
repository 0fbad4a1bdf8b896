package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which change points and which shifts belong to a regression. */
final class RegressionMembers {

    private final Handle handle;
    private final RunToJudge run;

    RegressionMembers(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /** The series that a group has, in the order of their keys; none for the suite. */
    static Long[] series(RegressionGroup group) {
        return group.members().stream()
                .map(StoredChangePoint::seriesId)
                .filter(series -> series != 0)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }

    /** Makes the change points of a group point at its row. */
    void attach(long regressionId, RegressionGroup group, String kind) throws SQLException {
        if (kind.equals("suite")) {
            attachShifts(regressionId, group);
        } else {
            attachChangePoints(regressionId, group);
        }
    }

    private void attachChangePoints(long regressionId, RegressionGroup group) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update change_point
                set regression_id = ?
                from unnest(?, ?) as member (series_id, run_id)
                where project_id = ? and branch_id = ?
                    and change_point.series_id = member.series_id and change_point.run_id = member.run_id
                    and regression_id is distinct from ?
                """)) {
            List<StoredChangePoint> members = group.members();
            statement.setLong(1, regressionId);
            statement.setArray(
                    2,
                    handle.getConnection()
                            .createArrayOf(
                                    "bigint",
                                    members.stream()
                                            .map(StoredChangePoint::seriesId)
                                            .toArray()));
            statement.setArray(
                    3,
                    handle.getConnection()
                            .createArrayOf(
                                    "bigint",
                                    members.stream()
                                            .map(StoredChangePoint::runId)
                                            .toArray()));
            statement.setLong(4, run.projectId());
            statement.setLong(5, run.baseBranchId());
            statement.setLong(6, regressionId);
            statement.executeUpdate();
        }
    }

    private void attachShifts(long regressionId, RegressionGroup group) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update environment_shift
                set regression_id = ?
                where project_id = ? and environment_id = ? and branch_id = ? and run_id = any (?)
                    and regression_id is distinct from ?
                """)) {
            statement.setLong(1, regressionId);
            statement.setLong(2, run.projectId());
            statement.setLong(3, run.environmentId());
            statement.setLong(4, run.baseBranchId());
            statement.setArray(
                    5,
                    handle.getConnection()
                            .createArrayOf(
                                    "bigint",
                                    group.members().stream()
                                            .map(StoredChangePoint::runId)
                                            .toArray()));
            statement.setLong(6, regressionId);
            statement.executeUpdate();
        }
    }
}
