package dev.plumbline.server.ingest;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.rename.LiveRenames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the series that points belong to, and creates those that are new: a handful of statements for any number. */
final class SeriesRegistry {

    private final Handle handle;
    private final long projectId;
    private final long environmentId;
    private final Harness harness;
    private final PointLimits limits;

    SeriesRegistry(Handle handle, long projectId, long environmentId, Harness harness, PointLimits limits) {
        this.limits = limits;
        this.handle = handle;
        this.projectId = projectId;
        this.environmentId = environmentId;
        this.harness = harness;
    }

    /** A series by what identifies it. */
    private record Key(long benchmarkId, String metric, String unit) {}

    /**
     * Where each row belongs, in the rows' order: renames that people accepted are followed. The caller holds the project's renames, see
     * {@link RunPlace#of}.
     *
     * @throws StoreException {@code duplicate-metric} when two rows are one metric of one benchmark; {@code too-many-series}
     */
    SeriesPlaces resolve(List<ParsedDocument.Row> rows) {
        Map<String, BenchmarkId> measured = new HashMap<>();
        rows.forEach(row -> measured.put(row.identity(), row.benchmark()));
        Known known = known(measured.keySet());
        if (known.keys().size() < measured.size()) {
            new BenchmarkRegistry(handle, projectId, harness).resolve(measured);
            known = known(measured.keySet());
        }
        Map<String, Long> benchmarks = known.keys();
        Map<Long, Long> targets = known.renamed()
                ? MeasuredNames.targets(benchmarks.values(), LiveRenames.load(handle, projectId))
                : Map.of();
        Map<Key, Metric> wanted = new LinkedHashMap<>();
        Key[] keys = new Key[rows.size()];
        Key[] named = new Key[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            ParsedDocument.Row row = rows.get(i);
            long benchmark = requireNonNull(benchmarks.get(row.identity()));
            named[i] = key(benchmark, row.metric());
            if (wanted.put(named[i], row.metric()) != null) {
                throw new StoreException(
                        "duplicate-metric",
                        row.benchmark().name() + ": metric " + named[i].metric() + " appears twice");
            }
            keys[i] = key(targets.getOrDefault(benchmark, benchmark), row.metric());
        }
        for (int i = 0; i < keys.length; i++) {
            wanted.putIfAbsent(keys[i], rows.get(i).metric());
        }
        Map<Key, Long> series = seriesOf(benchmarksOf(wanted.keySet()));
        create(wanted, series);
        long[] resolved = new long[keys.length];
        long[] measuredAs = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            resolved[i] = requireNonNull(series.get(keys[i]));
            measuredAs[i] = keys[i].equals(named[i]) ? 0 : requireNonNull(series.get(named[i]));
        }
        return new SeriesPlaces(resolved, measuredAs);
    }

    private static Key key(long benchmark, Metric metric) {
        return new Key(
                benchmark,
                StoredText.clean(metric.name()),
                StoredText.clean(metric.unit().base()));
    }

    /**
     * The benchmarks of a document that are there.
     *
     * @param keys theirs, by identity
     * @param renamed whether any of them goes on under another name
     */
    private record Known(Map<String, Long> keys, boolean renamed) {}

    private Known known(Set<String> identities) {
        return handle.createQuery("""
            select encode(identity, 'hex'), benchmark_id,
                exists (
                    select
                    from renamed_benchmark r
                    where r.project_id = b.project_id and r.from_benchmark_id = b.benchmark_id and live)
            from benchmark b
            where project_id = :projectId
                and identity = any (array(select decode(hex, 'hex') from unnest(:identities) as wanted (hex)))
            """)
                .bind("projectId", projectId)
                .bindArray("identities", String.class, identities)
                .reduceResultSet(new Known(new HashMap<>(), false), (known, row, context) -> {
                    known.keys().put(row.getString(1), row.getLong(2));
                    return row.getBoolean(3) ? new Known(known.keys(), true) : known;
                });
    }

    /** Creates the wanted series that are not there yet, and adds them to those that are. */
    private void create(Map<Key, Metric> wanted, Map<Key, Long> known) {
        List<Map.Entry<Key, Metric>> missing = new ArrayList<>(wanted.entrySet());
        missing.removeIf(entry -> known.containsKey(entry.getKey()));
        if (!missing.isEmpty()) {
            limits.requireSeries(missing.size(), seriesOfProject());
            insertSeries(missing);
            known.putAll(seriesOf(
                    benchmarksOf(missing.stream().map(Map.Entry::getKey).toList())));
        }
    }

    private long seriesOfProject() {
        return handle.createQuery("select count(*) from series where project_id = :projectId")
                .bind("projectId", projectId)
                .mapTo(long.class)
                .one();
    }

    private static Set<Long> benchmarksOf(Collection<Key> series) {
        return series.stream().map(Key::benchmarkId).collect(Collectors.toSet());
    }

    private Map<Key, Long> seriesOf(Collection<Long> benchmarks) {
        return handle.createQuery("""
            select benchmark_id, metric, unit, series_id
            from series
            where project_id = :projectId and environment_id = :environmentId and benchmark_id = any (:benchmarks)
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("benchmarks", Long.class, benchmarks)
                .reduceResultSet(new HashMap<>(), (known, row, context) -> {
                    known.put(new Key(row.getLong(1), row.getString(2), row.getString(3)), row.getLong(4));
                    return known;
                });
    }

    private void insertSeries(List<Map.Entry<Key, Metric>> missing) {
        handle.createUpdate("""
            insert into series (project_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
            select :projectId, benchmark_id, :environmentId, metric, unit, symbol, direction, judged
            from unnest(:benchmarks, :metrics, :units, :symbols, :directions, :judged)
                as new (benchmark_id, metric, unit, symbol, direction, judged)
            on conflict (project_id, benchmark_id, environment_id, metric, unit) do nothing
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("benchmarks", Long.class, each(missing, (key, metric) -> key.benchmarkId()))
                .bindArray("metrics", String.class, each(missing, (key, metric) -> key.metric()))
                .bindArray("units", String.class, each(missing, (key, metric) -> key.unit()))
                .bindArray(
                        "symbols",
                        String.class,
                        each(
                                missing,
                                (key, metric) -> StoredText.clean(metric.unit().symbol())))
                .bindArray(
                        "directions",
                        String.class,
                        each(missing, (key, metric) -> metric.unit().direction().name()))
                .bindArray("judged", Boolean.class, each(missing, (key, metric) -> !metric.informational(harness)))
                .execute();
    }

    private static <T> List<T> each(List<Map.Entry<Key, Metric>> series, BiFunction<Key, Metric, T> part) {
        return series.stream()
                .map(entry -> part.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
