package dev.plumbline.server.change;

import dev.plumbline.analysis.segment.ChangePoint;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

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

    /** The change points of series that lie at given runs, in the order of the runs. */
    public Map<Long, List<StoredChangePoint>> inRuns(Long[] seriesIds, long[] runs) throws SQLException {
        Map<Long, List<StoredChangePoint>> found = new LinkedHashMap<>();
        for (StoredChangePoint changePoint : rows(seriesIds, runs)) {
            found.computeIfAbsent(changePoint.seriesId(), id -> new ArrayList<>())
                    .add(changePoint);
        }
        return found;
    }

    /** All change points of the environment, in the order of their runs. */
    public List<StoredChangePoint> all() throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("select " + COLUMNS + """
            from change_point
                join run using (project_id, run_id, branch_id)
                join branch_commit using (project_id, branch_id, sha)
            where project_id = ? and branch_id = ? and environment_id = ?
            order by position, run_id, series_id
            """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.baseBranchId());
            statement.setLong(3, run.environmentId());
            return read(statement);
        }
    }

    private List<StoredChangePoint> rows(Object[] seriesIds, long[] runs) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("select " + COLUMNS + """
            from change_point
            where project_id = ? and branch_id = ? and series_id = any (?) and run_id = any (?)
            order by array_position(?, run_id), series_id
            """)) {
            Object[] runIds = Arrays.stream(runs).boxed().toArray();
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.baseBranchId());
            statement.setArray(3, handle.getConnection().createArrayOf("bigint", seriesIds));
            statement.setArray(4, handle.getConnection().createArrayOf("bigint", runIds));
            statement.setArray(5, handle.getConnection().createArrayOf("bigint", runIds));
            return read(statement);
        }
    }

    private static List<StoredChangePoint> read(PreparedStatement statement) throws SQLException {
        List<StoredChangePoint> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new StoredChangePoint(
                        rows.getLong("series_id"),
                        rows.getLong("run_id"),
                        rows.getLong("previous_run_id"),
                        rows.getLong("earliest_run_id"),
                        rows.getLong("latest_run_id"),
                        ChangePoint.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                        rows.getDouble("level_before"),
                        rows.getDouble("level_after"),
                        rows.getDouble("ratio"),
                        rows.getDouble("ratio_low"),
                        rows.getDouble("ratio_high"),
                        rows.getDouble("p_value"),
                        rows.getBoolean("worse")));
            }
        }
        return found;
    }

    /**
     * Puts change points in the place of the earlier ones of the same series at the same runs.
     *
     * @return the runs at which something is different now
     */
    public Set<Long> replace(long[] seriesIds, long[] runs, List<StoredChangePoint> changePoints) throws SQLException {
        Set<StoredChangePoint> before =
                new HashSet<>(rows(Arrays.stream(seriesIds).boxed().toArray(), runs));
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

    private void delete(List<StoredChangePoint> gone) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            delete from change_point where project_id = ? and branch_id = ? and series_id = ? and run_id = ?
            """)) {
            for (StoredChangePoint changePoint : gone) {
                statement.setLong(1, run.projectId());
                statement.setLong(2, run.baseBranchId());
                statement.setLong(3, changePoint.seriesId());
                statement.setLong(4, changePoint.runId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(List<StoredChangePoint> added) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into change_point (project_id, branch_id, series_id, run_id, previous_run_id,
                earliest_run_id, latest_run_id, state, level_before, level_after, ratio, ratio_low, ratio_high, p_value, worse)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
            for (StoredChangePoint changePoint : added) {
                statement.setLong(1, run.projectId());
                statement.setLong(2, run.baseBranchId());
                statement.setLong(3, changePoint.seriesId());
                statement.setLong(4, changePoint.runId());
                statement.setLong(5, changePoint.previousRunId());
                statement.setLong(6, changePoint.earliestRunId());
                statement.setLong(7, changePoint.latestRunId());
                statement.setString(8, changePoint.state().name().toLowerCase(Locale.ROOT));
                statement.setDouble(9, changePoint.levelBefore());
                statement.setDouble(10, changePoint.levelAfter());
                statement.setDouble(11, changePoint.ratio());
                statement.setDouble(12, changePoint.ratioLow());
                statement.setDouble(13, changePoint.ratioHigh());
                statement.setDouble(14, changePoint.pValue());
                statement.setBoolean(15, changePoint.worse());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
