package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.history.Ancestry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * Finds what a run that is not on the base branch is compared with: the merge base, if it was measured in this environment; else the
 * nearest ancestor that was; else the branch's current segment; else nothing. On the first two rungs it is the segment that ends with
 * that commit, so that pull requests and the base branch are judged by the same levels.
 */
final class Ladder {

    private final Handle handle;
    private final RunToJudge run;
    private final long[] series;

    /**
     * The ladder of a run.
     *
     * @param series the series to compare: a run that has none of them is no baseline
     */
    Ladder(Handle handle, RunToJudge run, long[] series) {
        this.handle = handle;
        this.run = run;
        this.series = series;
    }

    /**
     * A rung.
     *
     * @param window the runs of the branch up to the baseline's newest
     * @param baseline what it names
     * @param ofBaseBranch whether the branch is the project's base branch, whose change points are stored
     */
    record Step(RunWindow window, Baseline baseline, boolean ofBaseBranch) {}

    /** The branch whose runs the run is compared with. */
    private record Target(long branchId, String name) {}

    /** The newest run of a baseline. */
    private record Newest(long runId, String sha, long position) {}

    /**
     * The best available rung.
     *
     * @param wanted how many runs a rule of the project uses
     */
    Step climb(int wanted) {
        Optional<Target> target = target();
        if (target.isEmpty()) {
            return new Step(RunWindow.NOTHING, nothing(), true);
        }
        long branch = target.get().branchId();
        boolean ofBaseBranch = branch == run.baseBranchId();
        Ancestry ancestry = new Ancestry(handle, run.projectId(), run.sha());
        Optional<Ancestry.Place> placed = ancestry.firstOn(branch);
        Optional<Ancestry.Place> mergeBase =
                ofBaseBranch ? placed : ancestry.firstBehindTipOf(branch).or(() -> placed);
        Optional<Newest> ancestor =
                placed.isPresent() ? newest(branch, placed.get().position()) : Optional.empty();
        Optional<Newest> found = ancestor.isPresent() ? ancestor : newest(branch, Long.MAX_VALUE);
        if (found.isEmpty()) {
            return new Step(RunWindow.NOTHING, nothing(), ofBaseBranch);
        }
        Newest newest = found.get();
        Rung rung = ancestor.isEmpty()
                ? Rung.SEGMENT
                : newest.sha().equals(mergeBase.map(Ancestry.Place::sha).orElse(""))
                        ? Rung.MERGE_BASE
                        : Rung.NEAREST_ANCESTOR;
        OptionalInt behindHead = ancestry.depthOf(newest.sha());
        OptionalInt behindMergeBase = mergeBase.isPresent() && behindHead.isPresent()
                ? OptionalInt.of(
                        Math.max(0, behindHead.getAsInt() - mergeBase.get().depth()))
                : OptionalInt.empty();
        Baseline baseline = new Baseline(
                rung,
                run.environment(),
                target.get().name(),
                mergeBase.map(Ancestry.Place::sha),
                Optional.of(newest.sha()),
                behindMergeBase,
                behindHead,
                days(newest.sha()),
                newest.runId(),
                List.of(run.runId()),
                List.of(),
                List.of());
        return new Step(RunWindow.upTo(handle, run, branch, newest.position(), wanted, series), baseline, ofBaseBranch);
    }

    /** The pair of a run as its baseline. */
    Step pair() {
        Newest base = handle.createQuery("""
            select run_id, sha, 0 as position from run where project_id = :projectId and run_id = :pairRunId
            """)
                .bind("projectId", run.projectId())
                .bind("pairRunId", run.pairRunId())
                .map((row, context) -> new Newest(row.getLong("run_id"), row.getString("sha"), 0))
                .findFirst()
                .orElseThrow();
        Baseline baseline = new Baseline(
                Rung.PAIR,
                run.environment(),
                run.targetBranch(),
                Optional.empty(),
                Optional.of(base.sha()),
                OptionalInt.empty(),
                new Ancestry(handle, run.projectId(), run.sha()).depthOf(base.sha()),
                days(base.sha()),
                base.runId(),
                List.of(run.runId()),
                List.of(),
                List.of());
        return new Step(
                new RunWindow(List.of(new RunWindow.Place(base.runId(), base.position())), 0, 1, 1), baseline, false);
    }

    /** The pull request's base branch if that has a baseline in this environment, otherwise the project's. */
    private Optional<Target> target() {
        return handle.createQuery("""
            select branch.branch_id, branch.name
            from branch
            where branch.project_id = :projectId and branch.pull_request is null
                and branch.branch_id in (:targetBranchId, :baseBranchId)
                and exists (
                    select
                    from run
                    where run.project_id = branch.project_id and run.branch_id = branch.branch_id
                        and run.environment_id = :environmentId and run.baseline_eligible)
            order by branch.branch_id = :targetBranchId desc
            limit 1
            """)
                .bind("projectId", run.projectId())
                .bind("targetBranchId", run.targetBranchId())
                .bind("baseBranchId", run.baseBranchId())
                .bind("environmentId", run.environmentId())
                .map((row, context) -> new Target(row.getLong("branch_id"), row.getString("name")))
                .findFirst();
    }

    private Baseline nothing() {
        List<String> others = handle.createQuery("""
            select environment.label
            from environment
            where environment.project_id = :projectId and exists (
                select
                from run
                where run.project_id = environment.project_id
                    and run.environment_id = environment.environment_id
                    and run.branch_id in (:targetBranchId, :baseBranchId) and run.baseline_eligible)
            order by environment.label
            limit 20
            """)
                .bind("projectId", run.projectId())
                .bind("targetBranchId", run.targetBranchId())
                .bind("baseBranchId", run.baseBranchId())
                .map((row, context) -> row.getString("label"))
                .list();
        return new Baseline(
                Rung.NONE,
                run.environment(),
                run.targetBranch(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                0,
                List.of(run.runId()),
                others,
                List.of());
    }

    /** The newest run of a branch in this environment that has any of the series and whose commit lies at a position or before it. */
    private Optional<Newest> newest(long branchId, long position) {
        return handle.createQuery("""
            select run_id, sha, position
            from run
                join branch_commit using (project_id, branch_id, sha)
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and baseline_eligible
                and position <= :position
                and exists (
                    select
                    from point
                    where point.project_id = run.project_id and point.run_id = run.run_id
                        and point.series_id = any (:series))
            order by position desc, run_id desc
            limit 1
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", branchId)
                .bind("position", position)
                .bind("series", series)
                .map((row, context) -> new Newest(row.getLong("run_id"), row.getString("sha"), row.getLong("position")))
                .findFirst();
    }

    /** Whole days from a commit to the run's. */
    private OptionalInt days(String sha) {
        Optional<Instant> then = committedAt(sha);
        Optional<Instant> now = committedAt(run.sha());
        return then.isPresent() && now.isPresent()
                ? OptionalInt.of(Math.toIntExact(
                        Math.clamp(Duration.between(then.get(), now.get()).toDays(), 0, Integer.MAX_VALUE)))
                : OptionalInt.empty();
    }

    private Optional<Instant> committedAt(String sha) {
        return handle.createQuery("select committed_at from commit where project_id = :projectId and sha = :sha")
                .bind("projectId", run.projectId())
                .bind("sha", sha)
                .map((row, context) -> Columns.instant(row, "committed_at"))
                .findFirst()
                .flatMap(time -> time);
    }
}
