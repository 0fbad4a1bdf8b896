package dev.plumbline.server.ingest;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds the series that points belong to, and creates those that are new: a handful of statements for any number. */
final class SeriesRegistry {

    private final Handle handle;
    private final long projectId;
    private final long environmentId;

    SeriesRegistry(Handle handle, long projectId, long environmentId) {
        this.handle = handle;
        this.projectId = projectId;
        this.environmentId = environmentId;
    }

    /** A series by what identifies it. */
    private record Key(long benchmarkId, String metric, String unit) {}

    /** The series of each row, in the rows' order. */
    long[] resolve(List<ParsedDocument.Row> rows) {
        Map<BenchmarkId, Long> benchmarks = new BenchmarkRegistry(handle, projectId)
                .resolve(rows.stream().map(ParsedDocument.Row::benchmark).collect(Collectors.toSet()));
        Map<Key, Metric> wanted = new LinkedHashMap<>();
        Key[] keys = new Key[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            ParsedDocument.Row row = rows.get(i);
            keys[i] = new Key(
                    requireNonNull(benchmarks.get(row.benchmark())),
                    StoredText.clean(row.metric().name()),
                    StoredText.clean(row.metric().unit().base()));
            if (wanted.put(keys[i], row.metric()) != null) {
                throw new StoreException(
                        "duplicate-metric", row.benchmark().name() + ": metric " + keys[i].metric() + " appears twice");
            }
        }
        Map<Key, Long> series = series(wanted);
        long[] resolved = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            resolved[i] = requireNonNull(series.get(keys[i]));
        }
        return resolved;
    }

    private Map<Key, Long> series(Map<Key, Metric> wanted) {
        Map<Key, Long> known = new HashMap<>(knownSeries(wanted.keySet()));
        if (!known.keySet().containsAll(wanted.keySet())) {
            List<Map.Entry<Key, Metric>> missing = new ArrayList<>(wanted.entrySet());
            missing.removeIf(entry -> known.containsKey(entry.getKey()));
            insertSeries(missing);
            known.putAll(knownSeries(missing.stream().map(Map.Entry::getKey).toList()));
        }
        return known;
    }

    private Map<Key, Long> knownSeries(Collection<Key> keys) {
        Set<Long> benchmarks = keys.stream().map(Key::benchmarkId).collect(Collectors.toSet());
        return handle.createQuery("""
            select benchmark_id, metric, unit, series_id
            from series
            where project_id = :projectId and environment_id = :environmentId and benchmark_id = any (:benchmarks)
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("benchmarks", Long.class, benchmarks)
                .map((row, context) -> Map.entry(
                        new Key(row.getLong("benchmark_id"), row.getString("metric"), row.getString("unit")),
                        row.getLong("series_id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void insertSeries(List<Map.Entry<Key, Metric>> missing) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into series (project_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
            values (:projectId, :benchmarkId, :environmentId, :metric, :unit, :symbol, :direction, :judged)
            on conflict (project_id, benchmark_id, environment_id, metric, unit) do nothing
            """);
        for (Map.Entry<Key, Metric> entry : missing) {
            Metric metric = entry.getValue();
            batch.bind("projectId", projectId)
                    .bind("benchmarkId", entry.getKey().benchmarkId())
                    .bind("environmentId", environmentId)
                    .bind("metric", entry.getKey().metric())
                    .bind("unit", entry.getKey().unit())
                    .bind("symbol", StoredText.clean(metric.unit().symbol()))
                    .bind("direction", metric.unit().direction().name())
                    .bind("judged", !metric.informational())
                    .add();
        }
        batch.execute();
    }
}
