package dev.plumbline.server.change;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Where the runs of one environment stand on the base branch.
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

    public static RunPlaces load(Handle handle, RunToJudge run) throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select run_id
                from run
                    join branch_commit using (project_id, branch_id, sha)
                where project_id = ? and environment_id = ? and branch_id = ? and baseline_eligible
                order by position, run_id
                """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.put(rows.getLong(1), places.size());
                }
            }
        }
        return new RunPlaces(places);
    }

    /** The place of a run that stands there. */
    public int of(long runId) {
        return requireNonNull(places.get(runId), "the run stands elsewhere");
    }
}
