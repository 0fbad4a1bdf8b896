package dev.plumbline.server.change;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A run to judge, with its place.
 *
 * @param projectId its project
 * @param runId the run
 * @param branchId its branch
 * @param branch that branch's name
 * @param baseBranchId the project's base branch; 0 while nothing was uploaded for it
 * @param targetBranchId the pull request's base branch, the project's if there is none; 0 while nothing was uploaded for it
 * @param targetBranch that branch's name
 * @param environmentId its environment
 * @param environment its environment's label
 * @param sha the measured commit
 * @param position the commit's place on the run's branch
 * @param pullRequest the number of its pull request, 0 if it has none
 * @param pairRunId the base's side of the pair, if it is the head's side; 0 otherwise
 * @param baselineEligible whether others may be compared with it
 * @param uploads how many uploads it has
 * @param judgedBefore whether it was already judged with all of them
 */
public record RunToJudge(
        long projectId,
        long runId,
        long branchId,
        String branch,
        long baseBranchId,
        long targetBranchId,
        String targetBranch,
        long environmentId,
        String environment,
        String sha,
        long position,
        int pullRequest,
        long pairRunId,
        boolean baselineEligible,
        int uploads,
        boolean judgedBefore) {

    /** Whether it carries on the history of the base branch. */
    public boolean onBaseBranch() {
        return branchId == baseBranchId && baselineEligible;
    }

    public boolean paired() {
        return pairRunId != 0;
    }

    /** The run, empty when it is gone or has no verdict of its own. */
    public static Optional<RunToJudge> load(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select run.branch_id, branch.name, run.environment_id, environment.label, run.sha, branch_commit.position,
                run.judged_uploads = run.uploads as judged, run.uploads, coalesce(base.branch_id, 0) as base_branch_id,
                coalesce(target.branch_id, 0) as target_branch_id,
                coalesce(pull_request.base_branch, project.base_branch) as target_branch,
                coalesce(branch.pull_request, 0) as pull_request, coalesce(run.pair_run_id, 0) as pair_run_id,
                run.baseline_eligible
            from run
                join branch_commit using (project_id, branch_id, sha)
                join branch using (project_id, branch_id)
                join project using (project_id)
                join environment using (project_id, environment_id)
                left join pull_request on pull_request.project_id = run.project_id
                    and pull_request.number = branch.pull_request
                left join branch as base on base.project_id = run.project_id
                    and base.name = project.base_branch and base.pull_request is null
                left join branch as target on target.project_id = run.project_id
                    and target.name = coalesce(pull_request.base_branch, project.base_branch)
                    and target.pull_request is null
            where run.project_id = :projectId and run.run_id = :runId and run.role = 'measurement'
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> new RunToJudge(
                        projectId,
                        runId,
                        row.getLong("branch_id"),
                        row.getString("name"),
                        row.getLong("base_branch_id"),
                        row.getLong("target_branch_id"),
                        row.getString("target_branch"),
                        row.getLong("environment_id"),
                        row.getString("label"),
                        row.getString("sha"),
                        row.getLong("position"),
                        row.getInt("pull_request"),
                        row.getLong("pair_run_id"),
                        row.getBoolean("baseline_eligible"),
                        row.getInt("uploads"),
                        row.getBoolean("judged")))
                .findFirst();
    }
}
