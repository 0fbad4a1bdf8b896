package dev.plumbline.server.judging;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whose benchmarks are compared: those of a run with those of its baseline's newest commit. A run of the base branch is compared with the
 * commit that was measured before it.
 *
 * @param after the run and those that are judged together with it
 * @param before the runs of the commit that it is compared with; none if there is none
 * @param known benchmarks that a run of the base branch should have beside that: those that are known to be missing since an earlier one
 */
record ComparedRuns(List<Long> after, List<Long> before, List<Long> known) {

    static ComparedRuns of(Handle handle, long projectId, long runId) {
        Optional<Baseline> baseline = Baselines.of(handle, projectId, runId);
        if (baseline.isPresent()) {
            return new ComparedRuns(
                    baseline.get().candidates(),
                    baseline.get().run() == 0
                            ? newest(handle, projectId, runId, baseline.get().branch())
                            : ofCommit(handle, projectId, baseline.get().run()),
                    List.of());
        }
        return new ComparedRuns(
                ofCommit(handle, projectId, runId),
                previous(handle, projectId, runId),
                knownMissing(handle, projectId, runId));
    }

    /** The runs of the newest measured commit of a branch: what a run that has no series in common with it was expected to have. */
    private static List<Long> newest(Handle handle, long projectId, long runId, String branch) {
        return handle.createQuery("""
            select o.run_id
            from run r
                join branch b on b.project_id = r.project_id and b.name = :branch and b.pull_request is null
                join run o on o.project_id = r.project_id and o.branch_id = b.branch_id
                    and o.environment_id = r.environment_id and o.baseline_eligible
            where r.project_id = :projectId and r.run_id = :runId and b.branch_id <> r.branch_id and o.sha = (
                select bc.sha
                from branch_commit bc
                    join run n on n.project_id = bc.project_id and n.branch_id = bc.branch_id and n.sha = bc.sha
                where bc.project_id = r.project_id and bc.branch_id = b.branch_id
                    and n.environment_id = r.environment_id and n.baseline_eligible
                order by bc.position desc
                limit 1)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("branch", branch)
                .mapTo(Long.class)
                .list();
    }

    /** The runs of the commit that was measured before a run of the base branch; none for other runs. */
    private static List<Long> previous(Handle handle, long projectId, long run) {
        return handle.createQuery("""
            select previous.run_id
            from run r
                join project p on p.project_id = r.project_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    and b.name = p.base_branch and b.pull_request is null
                join branch_commit place on place.project_id = r.project_id and place.branch_id = r.branch_id
                    and place.sha = r.sha
                cross join lateral (
                    select o.sha
                    from branch_commit bc
                        join run o on o.project_id = bc.project_id and o.branch_id = bc.branch_id and o.sha = bc.sha
                    where bc.project_id = r.project_id and bc.branch_id = r.branch_id
                        and bc.position < place.position and o.environment_id = r.environment_id and o.baseline_eligible
                    order by bc.position desc
                    limit 1) as newest
                join run previous on previous.project_id = r.project_id and previous.branch_id = r.branch_id
                    and previous.environment_id = r.environment_id and previous.sha = newest.sha
                    and previous.baseline_eligible
            where r.project_id = :projectId and r.run_id = :runId and r.baseline_eligible and r.judged_at is not null
            """)
                .bind("projectId", projectId)
                .bind("runId", run)
                .mapTo(Long.class)
                .list();
    }

    /** The runs of a run's commit that are compared like it: each shard of a matrix has other benchmarks. */
    private static List<Long> ofCommit(Handle handle, long projectId, long run) {
        return handle.createQuery("""
            select other.run_id
            from run r
                join run other on other.project_id = r.project_id and other.branch_id = r.branch_id
                    and other.environment_id = r.environment_id and other.sha = r.sha
                    and other.role = r.role and other.baseline_eligible = r.baseline_eligible
                    and (other.baseline_eligible or other.run_id = r.run_id)
            where r.project_id = :projectId and r.run_id = :runId
            """)
                .bind("projectId", projectId)
                .bind("runId", run)
                .map((row, context) -> row.getLong("run_id"))
                .list();
    }

    /** The benchmarks that an open alarm says are missing since a run before one of the base branch; none for other runs. */
    private static List<Long> knownMissing(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select a.benchmark_id
            from run r
                join project p on p.project_id = r.project_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    and b.name = p.base_branch and b.pull_request is null
                join branch_commit place on place.project_id = r.project_id and place.branch_id = r.branch_id
                    and place.sha = r.sha
                join alarm a on a.project_id = r.project_id and a.environment_id = r.environment_id
                    and a.kind = 'vanished' and a.ended_at is null
                join run last on last.project_id = a.project_id and last.run_id = a.run_id
                join branch_commit had on had.project_id = last.project_id and had.branch_id = last.branch_id
                    and had.sha = last.sha
            where r.project_id = :projectId and r.run_id = :runId and r.baseline_eligible
                and last.branch_id = r.branch_id and had.position < place.position
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(Long.class)
                .list();
    }
}
