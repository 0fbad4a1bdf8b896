package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a run stands.
 *
 * @param projectId its project
 * @param runId the run
 * @param branchId its branch
 * @param baseBranchId the project's base branch; 0 while nothing was uploaded for it
 * @param environmentId its environment
 * @param environment its environment's label
 * @param sha the measured commit
 * @param position the commit's place on the run's branch
 * @param judgedBefore whether it was judged already
 */
record RunToJudge(
        long projectId,
        long runId,
        long branchId,
        long baseBranchId,
        long environmentId,
        String environment,
        String sha,
        long position,
        boolean judgedBefore) {

    boolean onBaseBranch() {
        return branchId == baseBranchId;
    }

    /** The run, empty when it is gone. */
    static Optional<RunToJudge> load(Connection connection, long projectId, long runId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select run.branch_id, run.environment_id, environment.label, run.sha, run.judged_at is not null as judged,
                    branch_commit.position, coalesce(base.branch_id, 0) as base_branch_id
                from run
                    join branch_commit using (project_id, branch_id, sha)
                    join project using (project_id)
                    join environment using (project_id, environment_id)
                    left join branch as base on base.project_id = run.project_id
                        and base.name = project.base_branch and base.pull_request is null
                where run.project_id = ? and run.run_id = ?
                """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, runId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new RunToJudge(
                                projectId,
                                runId,
                                rows.getLong("branch_id"),
                                rows.getLong("base_branch_id"),
                                rows.getLong("environment_id"),
                                rows.getString("label"),
                                rows.getString("sha"),
                                rows.getLong("position"),
                                rows.getBoolean("judged")))
                        : Optional.empty();
            }
        }
    }
}
