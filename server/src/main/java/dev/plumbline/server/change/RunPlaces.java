package dev.plumbline.server.change;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The places of an environment's runs on the base branch.
 *
 * @param places for each run its place in their order, from 0
 */
public record RunPlaces(Map<Long, Integer> places) {

    public RunPlaces {
        places = Map.copyOf(places);
    }

    /** The places of runs given in their order. */
    public static RunPlaces inOrder(List<Long> runs) {
        Map<Long, Integer> places = new HashMap<>();
        runs.forEach(run -> places.put(run, places.size()));
        return new RunPlaces(places);
    }

    public static RunPlaces load(Handle handle, RunToJudge run) {
        return inOrder(handle.createQuery("""
            select run_id
            from run
                join branch_commit using (project_id, branch_id, sha)
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and baseline_eligible
            order by position, run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .map((row, context) -> row.getLong("run_id"))
                .list());
    }

    /** The place of a run that has one. */
    public int of(long runId) {
        return requireNonNull(places.get(runId), "the run stands elsewhere");
    }
}
