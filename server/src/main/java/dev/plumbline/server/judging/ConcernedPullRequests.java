package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.history.Ancestry;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Jobs;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The open pull requests whose baseline a run of the branch that they are for has changed: each is judged again. */
final class ConcernedPullRequests {

    /** The newest judged runs of open pull requests in an environment: one each, of the head if that was measured. */
    private static final String NEWEST = """
        newest as (
            select distinct on (pull.number) run.run_id, run.sha, run.baseline, run.judged_at, run.pair_run_id,
                pull.base_branch
            from (
                select number, head_sha, base_branch
                from pull_request
                where project_id = :projectId and state = 'open' and updated_at > now() - interval '30 days'
                order by updated_at desc
                limit :mostOpen) as pull
                join branch on branch.project_id = :projectId and branch.pull_request = pull.number
                join run on run.project_id = :projectId and run.branch_id = branch.branch_id
            where run.environment_id = :environmentId and run.role = 'measurement'
            order by pull.number, run.sha is not distinct from pull.head_sha desc,
                run.trust = 'quarantined', run.run_id desc)
        """;

    private final Handle handle;
    private final RunToJudge run;

    /**
     * Those that a run concerns.
     *
     * @param run a judged run that may be a baseline
     */
    ConcernedPullRequests(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /**
     * Requests that pull requests be judged again if they meet the base branch at or behind one of some runs, or elsewhere than was
     * known when they were judged, or if none of their ancestors was measured.
     *
     * @param changed the runs that are new or at which a level changed
     */
    void ofBaseBranch(Collection<Long> changed) {
        if (changed.isEmpty()) {
            return;
        }
        enqueue(handle.createQuery("with recursive " + NEWEST + """
            , line (run_id, sha, depth, position) as (
                select run_id, sha, 0, (
                    select position
                    from branch_commit
                    where project_id = :projectId and branch_id = :branchId and sha = newest.sha)
                from newest
                union all
                select line.run_id, commit.first_parent, line.depth + 1, (
                    select position
                    from branch_commit
                    where project_id = :projectId and branch_id = :branchId and sha = commit.first_parent)
                from line
                    join commit on commit.project_id = :projectId and commit.sha = line.sha
                where line.position is null and commit.first_parent is not null and line.depth < :longest)
            select newest.run_id
            from newest
                left join line on line.run_id = newest.run_id and line.position is not null
            where newest.judged_at is not null and newest.pair_run_id is null
                and (coalesce(newest.base_branch, :branch) = :branch or newest.baseline ->> 'branch' = :branch
                    or newest.baseline ->> 'rung' = 'none')
                and (newest.baseline is null or newest.baseline ->> 'rung' in ('none', 'segment')
                    or newest.baseline ->> 'mergeBase' is distinct from line.sha
                    or line.position >= (
                        select min(position)
                        from run
                            join branch_commit using (project_id, branch_id, sha)
                        where project_id = :projectId and run_id = any (:changed)))
            order by newest.run_id
            """)
                .bind("projectId", run.projectId())
                .bind("mostOpen", PullRequests.MOST_OPEN)
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.branchId())
                .bind("longest", Ancestry.LONGEST)
                .bind("branch", run.branch())
                .bindArray("changed", Long.class, List.copyOf(changed))
                .map((row, context) -> row.getLong("run_id"))
                .list());
    }

    /** Requests that those be judged again that are for the run's branch, which isn't the project's base branch. */
    void ofOtherBranch() {
        enqueue(handle.createQuery("with " + NEWEST + """
            select run_id
            from newest
            where judged_at is not null and pair_run_id is null and base_branch = :branch
            order by run_id
            """)
                .bind("projectId", run.projectId())
                .bind("mostOpen", PullRequests.MOST_OPEN)
                .bind("environmentId", run.environmentId())
                .bind("branch", run.branch())
                .map((row, context) -> row.getLong("run_id"))
                .list());
    }

    private void enqueue(List<Long> runs) {
        for (long each : runs) {
            Jobs.enqueue(handle, run.projectId(), Jobs.JUDGE, each);
        }
    }
}
