package dev.plumbline.server.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the recent history of many series at once: two queries, however many series. */
public final class RecentHistories {

    /** How many runs are looked back. */
    static final int RUNS = 120;

    private RecentHistories() {}

    private record Place(long seriesId, RecentHistory.Point point) {}

    private record Shift(long seriesId, RecentHistory.Change change) {}

    /** The recent history of each series, by key; a series without a point in it is left out. */
    public static Map<Long, RecentHistory> read(Handle handle, HistoryScope scope, List<Long> series) {
        Map<Long, List<RecentHistory.Point>> points = new HashMap<>();
        for (Place place : places(handle, scope, series)) {
            points.computeIfAbsent(place.seriesId(), key -> new ArrayList<>()).add(place.point());
        }
        Map<Long, List<RecentHistory.Change>> changes = new HashMap<>();
        for (Shift shift : shifts(handle, scope, series)) {
            changes.computeIfAbsent(shift.seriesId(), key -> new ArrayList<>()).add(shift.change());
        }
        Map<Long, RecentHistory> histories = new HashMap<>();
        points.forEach((seriesId, values) ->
                histories.put(seriesId, new RecentHistory(values, changes.getOrDefault(seriesId, List.of()))));
        return histories;
    }

    private static List<Place> places(Handle handle, HistoryScope scope, List<Long> series) {
        return handle.createQuery("""
            with recent as (
                select r.run_id, bc.position
                from run r
                    join branch_commit bc
                        on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                where r.project_id = :projectId and r.environment_id = :environmentId and r.branch_id = :branchId and %s
                order by bc.position desc, r.run_id desc
                limit :runs)
            select p.series_id, p.run_id, p.value
            from recent
                join point p on p.run_id = recent.run_id
            where p.project_id = :projectId and p.series_id = any (:series)
            order by recent.position, p.run_id
            """.formatted(DrawnRuns.CONDITION))
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("runs", RUNS)
                .bindArray("series", Long.class, series)
                .map((row, context) -> new Place(
                        row.getLong("series_id"),
                        new RecentHistory.Point(row.getLong("run_id"), row.getDouble("value"))))
                .list();
    }

    private static List<Shift> shifts(Handle handle, HistoryScope scope, List<Long> series) {
        return handle.createQuery("""
            select series_id, run_id, worse
            from change_point
            where project_id = :projectId and branch_id = :branchId and series_id = any (:series)
            """)
                .bind("projectId", scope.projectId())
                .bind("branchId", scope.branchId())
                .bindArray("series", Long.class, series)
                .map((row, context) -> new Shift(
                        row.getLong("series_id"),
                        new RecentHistory.Change(row.getLong("run_id"), row.getBoolean("worse"))))
                .list();
    }
}
