package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Which change points and which shifts belong to a regression. */
final class RegressionMembers {

    private final Handle handle;
    private final RunToJudge run;

    RegressionMembers(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /** Links the change points of a group to its row. */
    void attach(long regressionId, RegressionGroup group, RegressionKind kind) {
        switch (kind) {
            case SERIES -> attachChangePoints(regressionId, group);
            case SUITE -> attachShifts(regressionId, group);
        }
    }

    private void attachChangePoints(long regressionId, RegressionGroup group) {
        handle.createUpdate("""
            update change_point
            set regression_id = :regressionId
            from unnest(:seriesIds, :runIds) as member (series_id, run_id)
            where project_id = :projectId and branch_id = :branchId
                and change_point.series_id = member.series_id and change_point.run_id = member.run_id
                and regression_id is distinct from :regressionId
            """)
                .bind("regressionId", regressionId)
                .bindArray("seriesIds", Long.class, ids(group, StoredChangePoint::seriesId))
                .bindArray("runIds", Long.class, ids(group, StoredChangePoint::runId))
                .bind("projectId", run.projectId())
                .bind("branchId", run.baseBranchId())
                .execute();
    }

    private void attachShifts(long regressionId, RegressionGroup group) {
        handle.createUpdate("""
            update environment_shift
            set regression_id = :regressionId
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and run_id = any (:runIds) and regression_id is distinct from :regressionId
            """)
                .bind("regressionId", regressionId)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .bindArray("runIds", Long.class, ids(group, StoredChangePoint::runId))
                .execute();
    }

    private static List<Long> ids(RegressionGroup group, Function<StoredChangePoint, Long> id) {
        return group.members().stream().map(id).toList();
    }
}
