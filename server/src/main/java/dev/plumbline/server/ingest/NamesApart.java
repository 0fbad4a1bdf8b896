package dev.plumbline.server.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A further part of a run that measured a benchmark under another of its names than an earlier part did: the run has two values for it then, and
 * they aren't pooled. The newest name has the joined series, and the older ones keep their own.
 */
final class NamesApart {

    private final Handle handle;
    private final long projectId;
    private final long runId;

    NamesApart(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /** Where the part's points belong, beside those that the run has. */
    SeriesPlaces beside(SeriesPlaces part) {
        Map<Long, Long> names = names(part.series());
        long[] series = part.series().clone();
        long[] measuredAs = part.measuredAs().clone();
        for (int i = 0; i < series.length; i++) {
            long own = measuredAs[i] == 0 ? series[i] : measuredAs[i];
            Long there = names.get(series[i]);
            if (there == null || there == own) {
                continue;
            }
            if (measuredAs[i] == 0) {
                makeRoom(series[i]);
            } else {
                series[i] = own;
                measuredAs[i] = 0;
            }
        }
        return new SeriesPlaces(series, measuredAs);
    }

    /** For each series in which the run has a point, the series that its file named. */
    private Map<Long, Long> names(long[] series) {
        return handle.createQuery("""
            select series_id, coalesce(measured_as, series_id) as own
            from point
            where project_id = :projectId and run_id = :runId and series_id = any (:series)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("series", series)
                .reduceResultSet(new HashMap<>(), (names, row, context) -> {
                    names.put(row.getLong("series_id"), row.getLong("own"));
                    return names;
                });
    }

    private void makeRoom(long seriesId) {
        handle.createUpdate("""
            update point
            set series_id = measured_as, measured_as = null
            where project_id = :projectId and run_id = :runId and series_id = :seriesId
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("seriesId", seriesId)
                .execute();
    }
}
