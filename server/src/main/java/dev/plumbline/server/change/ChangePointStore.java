package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The change points of one environment on the base branch. */
public final class ChangePointStore {

    private static final String COLUMNS = """
        series_id, run_id, previous_run_id, earliest_run_id, latest_run_id, change_point.state, level_before, level_after, ratio, ratio_low,
        ratio_high, p_value, worse
        """;

    private final Handle handle;
    private final RunToJudge run;

    public ChangePointStore(Handle handle, RunToJudge run) {
        this.handle = handle;
        this.run = run;
    }

    /** The change points of series at given runs, in the order of the runs. */
    public Map<Long, List<StoredChangePoint>> inRuns(long[] seriesIds, long[] runs) {
        Map<Long, List<StoredChangePoint>> found = new LinkedHashMap<>();
        for (StoredChangePoint changePoint : rows(seriesIds, runs)) {
            found.computeIfAbsent(changePoint.seriesId(), id -> new ArrayList<>())
                    .add(changePoint);
        }
        return found;
    }

    /**
     * The change points of the environment that are for the worse or the better, in the order of their runs. Of what only changed, in a
     * series of which no direction is known, nobody is told.
     */
    public List<StoredChangePoint> all() {
        return handle.createQuery("select " + COLUMNS + """
            from change_point
                join run using (project_id, run_id, branch_id)
                join branch_commit using (project_id, branch_id, sha)
                join series using (project_id, series_id, environment_id)
            where project_id = :projectId and branch_id = :branchId and environment_id = :environmentId
                and direction <> 'NOT_KNOWN'
            order by position, run_id, series_id
            """)
                .bind("projectId", run.projectId())
                .bind("branchId", run.baseBranchId())
                .bind("environmentId", run.environmentId())
                .map((row, context) -> changePoint(row))
                .list();
    }

    private List<StoredChangePoint> rows(long[] seriesIds, long[] runs) {
        return handle.createQuery("select " + COLUMNS + """
            from change_point
            where project_id = :projectId and branch_id = :branchId and series_id = any (:seriesIds)
                and run_id = any (:runs)
            order by array_position(:runs, run_id), series_id
            """)
                .bind("projectId", run.projectId())
                .bind("branchId", run.baseBranchId())
                .bind("seriesIds", seriesIds)
                .bind("runs", runs)
                .map((row, context) -> changePoint(row))
                .list();
    }

    private static StoredChangePoint changePoint(ResultSet row) throws SQLException {
        return new StoredChangePoint(
                row.getLong("series_id"),
                row.getLong("run_id"),
                row.getLong("previous_run_id"),
                row.getLong("earliest_run_id"),
                row.getLong("latest_run_id"),
                Columns.constant(row, "state", ChangePoint.State::ofLabel),
                row.getDouble("level_before"),
                row.getDouble("level_after"),
                row.getDouble("ratio"),
                row.getDouble("ratio_low"),
                row.getDouble("ratio_high"),
                row.getDouble("p_value"),
                row.getBoolean("worse"));
    }

    /**
     * Replaces change points.
     *
     * @param earlier those that were stored so far
     * @return the runs at which something is different now
     */
    public Set<Long> replace(List<StoredChangePoint> earlier, List<StoredChangePoint> changePoints) {
        Set<StoredChangePoint> before = new HashSet<>(earlier);
        Set<StoredChangePoint> after = new HashSet<>(changePoints);
        if (before.equals(after)) {
            return Set.of();
        }
        delete(before.stream()
                .filter(changePoint -> !after.contains(changePoint))
                .toList());
        insert(changePoints.stream()
                .filter(changePoint -> !before.contains(changePoint))
                .toList());
        return Stream.of(before, after)
                .flatMap(Set::stream)
                .filter(changePoint -> !before.contains(changePoint) || !after.contains(changePoint))
                .map(StoredChangePoint::runId)
                .collect(Collectors.toSet());
    }

    private void delete(List<StoredChangePoint> gone) {
        PreparedBatch batch = handle.prepareBatch("""
            delete from change_point
            where project_id = :projectId and branch_id = :branchId and series_id = :seriesId and run_id = :runId
            """);
        for (StoredChangePoint changePoint : gone) {
            batch.bind("projectId", run.projectId())
                    .bind("branchId", run.baseBranchId())
                    .bind("seriesId", changePoint.seriesId())
                    .bind("runId", changePoint.runId())
                    .add();
        }
        batch.execute();
    }

    private void insert(List<StoredChangePoint> added) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into change_point (project_id, branch_id, series_id, run_id, previous_run_id, earliest_run_id,
                latest_run_id, state, level_before, level_after, ratio, ratio_low, ratio_high, p_value, worse)
            values (:projectId, :branchId, :seriesId, :runId, :previousRunId, :earliestRunId,
                :latestRunId, :state, :levelBefore, :levelAfter, :ratio, :ratioLow, :ratioHigh, :pValue, :worse)
            """);
        for (StoredChangePoint changePoint : added) {
            batch.bind("projectId", run.projectId())
                    .bind("branchId", run.baseBranchId())
                    .bind("seriesId", changePoint.seriesId())
                    .bind("runId", changePoint.runId())
                    .bind("previousRunId", changePoint.previousRunId())
                    .bind("earliestRunId", changePoint.earliestRunId())
                    .bind("latestRunId", changePoint.latestRunId())
                    .bind("state", changePoint.state().name().toLowerCase(Locale.ROOT))
                    .bind("levelBefore", changePoint.levelBefore())
                    .bind("levelAfter", changePoint.levelAfter())
                    .bind("ratio", changePoint.ratio())
                    .bind("ratioLow", changePoint.ratioLow())
                    .bind("ratioHigh", changePoint.ratioHigh())
                    .bind("pValue", changePoint.pValue())
                    .bind("worse", changePoint.worse())
                    .add();
        }
        batch.execute();
    }
}
