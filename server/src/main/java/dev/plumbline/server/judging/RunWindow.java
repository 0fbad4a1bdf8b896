package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The stretch of a branch's runs that judging a run uses: only those that may be a baseline. It is bounded, so that the thousandth run costs no more
 * than the hundredth: a change point with {@value #SETTLED_AFTER} later runs behind it has settled.
 *
 * @param runs the runs, oldest first
 * @param candidateIndex the place of the run to judge; the length where it is not on the base branch
 * @param settledBefore change points at smaller places have settled
 */
record RunWindow(long[] runs, int candidateIndex, int settledBefore) {

    /** Runs in a full window. */
    static final int LENGTH = 150;

    /** This many later runs settle a change point. */
    static final int SETTLED_AFTER = 75;

    /** The most base-branch runs that a run of another branch is compared with, before segments are considered. */
    private static final int BASELINE_RUNS = 40;

    /** No runs at all. */
    static final RunWindow NOTHING = new RunWindow(new long[0], 0, 0);

    /** The runs whose change points are decided again. */
    long[] unsettled() {
        return Arrays.copyOfRange(runs, settledBefore, runs.length);
    }

    /** The window of a run on the base branch: the runs before it and all after it. */
    static RunWindow around(Handle handle, RunToJudge run) {
        long[] later = later(handle, run);
        int room = Math.max(SETTLED_AFTER, LENGTH - 1 - later.length);
        long[] earlier = earlier(handle, run, run.baseBranchId(), run.position(), run.runId(), room);
        long[] runs = new long[earlier.length + 1 + later.length];
        System.arraycopy(earlier, 0, runs, 0, earlier.length);
        runs[earlier.length] = run.runId();
        System.arraycopy(later, 0, runs, earlier.length + 1, later.length);
        int settled = earlier.length < room ? 0 : Math.min(runs.length - SETTLED_AFTER, earlier.length);
        return new RunWindow(runs, earlier.length, settled);
    }

    /**
     * The window of a run elsewhere: the runs of a branch up to a position.
     *
     * @param wanted how many runs a rule of the project uses
     */
    static RunWindow upTo(Handle handle, RunToJudge run, long branchId, long position, int wanted) {
        int limit = Math.clamp(wanted, BASELINE_RUNS, LENGTH);
        long[] runs = earlier(handle, run, branchId, position, Long.MAX_VALUE, limit);
        return new RunWindow(runs, runs.length, runs.length);
    }

    private static long[] later(Handle handle, RunToJudge run) {
        return runs(handle.createQuery("""
            select run_id
            from run
                join branch_commit using (project_id, branch_id, sha)
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and baseline_eligible and (position, run_id) > (:position, :runId)
            order by position, run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .bind("position", run.position())
                .bind("runId", run.runId()));
    }

    private static long[] earlier(Handle handle, RunToJudge run, long branchId, long position, long runId, int limit) {
        return runs(handle.createQuery("""
            select run_id
            from (
                select run_id, position
                from run
                    join branch_commit using (project_id, branch_id, sha)
                where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                    and baseline_eligible and (position, run_id) < (:position, :runId)
                order by position desc, run_id desc
                limit :limit) as newest
            order by position, run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", branchId)
                .bind("position", position)
                .bind("runId", runId)
                .bind("limit", limit));
    }

    private static long[] runs(Query query) {
        return query.map((row, context) -> row.getLong("run_id")).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
