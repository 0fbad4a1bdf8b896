package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The runs that are judged together: a run and the earlier ones of the same commit, on the same branch or for the same pull request,
 * in the same environment. Re-runs add forks, shards of a matrix add benchmarks. Later runs are left out, so that the outcome does not
 * depend on when a run is judged.
 */
final class PooledRuns {

    private PooledRuns() {}

    /** Those that end with a run, oldest first. A pair is never pooled. */
    static List<Long> of(Handle handle, RunToJudge run) {
        if (run.paired()) {
            return List.of(run.runId());
        }
        return handle.createQuery("""
            select run_id
            from run
                join branch using (project_id, branch_id)
            where project_id = :projectId and environment_id = :environmentId and sha = :sha and run_id <= :runId
                and (branch_id = :branchId or branch.pull_request = nullif(:pullRequest, 0))
                and role = 'measurement' and pair_run_id is null
                and (trust = 'quarantined') = (
                    select trust = 'quarantined' from run where project_id = :projectId and run_id = :runId)
            order by run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("sha", run.sha())
                .bind("runId", run.runId())
                .bind("branchId", run.branchId())
                .bind("pullRequest", run.pullRequest())
                .map((row, context) -> row.getLong("run_id"))
                .list();
    }
}
