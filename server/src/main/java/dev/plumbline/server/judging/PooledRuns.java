package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Query;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The runs that are judged as one: a run and the earlier ones of the same commit, on the same branch or for the same pull request,
 * in the same environment. Re-runs add forks, shards of a matrix add benchmarks. Later runs are left out, so that the outcome does not
 * depend on when a run is judged.
 */
final class PooledRuns {

    private PooledRuns() {}

    /** Those that end with a run, oldest first. A pair stands for itself. */
    static List<Long> of(Handle handle, RunToJudge run) throws SQLException {
        if (run.paired()) {
            return List.of(run.runId());
        }
        return Query.of(handle, """
            select run_id
            from run
                join branch using (project_id, branch_id)
            where project_id = ? and environment_id = ? and sha = ? and run_id <= ?
                and (branch_id = ? or branch.pull_request = nullif(?, 0))
                and role = 'measurement' and pair_run_id is null
                and (trust = 'quarantined') = (
                    select trust = 'quarantined' from run where project_id = ? and run_id = ?)
            order by run_id
            """)
                .with(run.projectId())
                .with(run.environmentId())
                .with(run.sha())
                .with(run.runId())
                .with(run.branchId())
                .with(run.pullRequest())
                .with(run.projectId())
                .with(run.runId())
                .list(row -> row.getLong("run_id"));
    }
}
