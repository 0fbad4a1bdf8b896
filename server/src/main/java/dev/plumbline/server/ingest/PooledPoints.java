package dev.plumbline.server.ingest;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.server.database.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Adds the points of a further upload to its run. A benchmark that both have pools its forks if it was measured alike; otherwise only one
 * set-up counts, whichever part came first.
 */
final class PooledPoints {

    private final Handle handle;
    private final long projectId;
    private final long runId;

    PooledPoints(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /**
     * What came of it.
     *
     * @param outvoted the keys of the upload's benchmarks whose points were left out
     * @param finding on the benchmarks of which only one set-up counts; empty if there are none
     */
    record Added(Set<String> outvoted, Optional<Finding> finding) {}

    /** A point as it is stored. */
    private record Known(double[] forks, int iterations) {}

    /** A benchmark that the run has with another set-up. */
    private record Conflict(BenchmarkId benchmark, boolean replaces, String detail) {}

    /**
     * Adds points.
     *
     * @param places where each of the upload's rows belongs
     * @param before how the earlier uploads were measured, as far as it is known
     */
    Added add(ParsedDocument parsed, SeriesPlaces places, Optional<RunSetup> before) {
        SeriesPlaces apart = new NamesApart(handle, projectId, runId).beside(places);
        long[] series = apart.series();
        Map<Long, Known> known = known(series);
        Map<String, Conflict> conflicts = conflicts(parsed, series, known, before);
        List<Long> replaced = new ArrayList<>();
        List<ParsedDocument.Row> added = new ArrayList<>();
        List<Integer> addedRows = new ArrayList<>();
        Map<Long, Known> pooled = new LinkedHashMap<>();
        for (int i = 0; i < series.length; i++) {
            ParsedDocument.Row row = parsed.rows().get(i);
            Conflict conflict = conflicts.get(row.key());
            Known there = known.get(series[i]);
            if (conflict != null && !conflict.replaces()) {
                continue;
            }
            if (conflict != null) {
                replaced.add(series[i]);
            }
            if (conflict == null && there != null) {
                pooled.put(series[i], pooled(there, row));
            } else {
                added.add(row);
                addedRows.add(i);
            }
        }
        delete(replaced);
        update(pooled);
        PointCopy.write(handle, projectId, runId, added, apart.of(addedRows));
        return new Added(outvoted(conflicts), finding(conflicts, parsed.results()));
    }

    private Map<Long, Known> known(long[] series) {
        return handle.createQuery("""
            select series_id, forks, iterations
            from point
            where project_id = :projectId and run_id = :runId and series_id = any (:series)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("series", series)
                .reduceResultSet(new HashMap<>(), (known, row, context) -> {
                    known.put(
                            row.getLong("series_id"),
                            new Known(Columns.numbers(row, "forks"), row.getInt("iterations")));
                    return known;
                });
    }

    private static Map<String, Conflict> conflicts(
            ParsedDocument parsed, long[] series, Map<Long, Known> known, Optional<RunSetup> before) {
        Map<String, Conflict> conflicts = new LinkedHashMap<>();
        Set<String> examined = new HashSet<>();
        for (int i = 0; i < series.length; i++) {
            ParsedDocument.Row row = parsed.rows().get(i);
            if (known.containsKey(series[i]) && examined.add(row.key())) {
                Optional<Setup> then = before.flatMap(setups -> setups.of(row.key()));
                Optional<Setup> now = parsed.setup().of(row.key());
                if (then.isPresent() && now.isPresent()) {
                    List<String> differences = now.get().differences(then.get());
                    if (!differences.isEmpty()) {
                        boolean replaces =
                                now.get().toString().compareTo(then.get().toString()) < 0;
                        conflicts.put(
                                row.key(),
                                new Conflict(row.benchmark(), replaces, "other " + String.join(", ", differences)));
                    }
                }
            }
        }
        return conflicts;
    }

    /** Their forks by value: the order in which parts arrive says nothing. */
    private static Known pooled(Known there, ParsedDocument.Row row) {
        double[] forks = DoubleStream.concat(Arrays.stream(there.forks()), Arrays.stream(row.forks()))
                .sorted()
                .toArray();
        return new Known(forks, there.iterations() + row.iterations());
    }

    private void update(Map<Long, Known> pooled) {
        if (pooled.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
            update point
            set value = :value, forks = :forks, iterations = :iterations
            where project_id = :projectId and series_id = :seriesId and run_id = :runId
            """);
        pooled.forEach((series, point) -> batch.bind(
                        "value", Arrays.stream(point.forks()).average().orElseThrow())
                .bind("forks", point.forks())
                .bind("iterations", point.iterations())
                .bind("projectId", projectId)
                .bind("seriesId", series)
                .bind("runId", runId)
                .add());
        batch.execute();
    }

    /** Removes the run's points of the benchmarks that these series are of. */
    private void delete(List<Long> series) {
        if (series.isEmpty()) {
            return;
        }
        handle.createUpdate("""
            delete from point
            where project_id = :projectId and run_id = :runId and series_id in (
                select other.series_id
                from series measured
                    join series other on other.project_id = measured.project_id
                        and other.benchmark_id = measured.benchmark_id
                        and other.environment_id = measured.environment_id
                where measured.project_id = :projectId and measured.series_id = any (:series))
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bindArray("series", Long.class, series)
                .execute();
    }

    private static Set<String> outvoted(Map<String, Conflict> conflicts) {
        Set<String> outvoted = new HashSet<>();
        conflicts.forEach((key, conflict) -> {
            if (!conflict.replaces()) {
                outvoted.add(key);
            }
        });
        return outvoted;
    }

    private static Optional<Finding> finding(Map<String, Conflict> conflicts, int benchmarks) {
        return conflicts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        AuditCode.MEASURED_TWICE,
                        AuditCode.MEASURED_TWICE.title(),
                        conflicts.size(),
                        benchmarks,
                        conflicts.values().stream()
                                .limit(Finding.MOST_CASES)
                                .map(one -> new Finding.Case(one.benchmark(), one.detail(), Map.of()))
                                .toList()));
    }
}
