package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.database.StoredText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Finds the benchmarks of a document, and creates those that are new: three statements for any number. */
final class BenchmarkRegistry {

    private final Handle handle;
    private final long projectId;
    /** What measured the benchmarks that are new. */
    private final Harness harness;

    BenchmarkRegistry(Handle handle, long projectId, Harness harness) {
        this.handle = handle;
        this.projectId = projectId;
        this.harness = harness;
    }

    /**
     * The key of each benchmark, by its identity.
     *
     * @param benchmarks by identity, see {@link ParsedDocument.Row#identity}
     */
    Map<String, Long> resolve(Map<String, BenchmarkId> benchmarks) {
        Map<String, Long> keys = known(benchmarks.keySet());
        if (keys.size() < benchmarks.size()) {
            // In the order of the identities, so that two uploads that create the same benchmarks never wait for each
            // other.
            SortedMap<String, BenchmarkId> missing = new TreeMap<>(benchmarks);
            missing.keySet().removeAll(keys.keySet());
            insert(missing);
            keys.putAll(known(missing.keySet()));
        }
        return keys;
    }

    private Map<String, Long> known(Collection<String> identities) {
        return handle.createQuery("""
            select encode(identity, 'hex'), benchmark_id
            from benchmark
            where project_id = :projectId
                and identity = any (array(select decode(hex, 'hex') from unnest(:identities) as wanted (hex)))
            """)
                .bind("projectId", projectId)
                .bindArray("identities", String.class, identities)
                .reduceResultSet(new HashMap<>(), (known, row, context) -> {
                    known.put(row.getString(1), row.getLong(2));
                    return known;
                });
    }

    private void insert(SortedMap<String, BenchmarkId> missing) {
        handle.createUpdate("""
            insert into benchmark (project_id, identity, name, params, mode, threads, harness)
            select :projectId, decode(identity, 'hex'), name, cast(params as jsonb), mode, threads, :harness
            from unnest(:identities, :names, :params, :modes, :threads) as new (identity, name, params, mode, threads)
            on conflict (project_id, identity) do nothing
            """)
                .bind("projectId", projectId)
                .bind("harness", harness.id())
                .bindArray("identities", String.class, missing.keySet())
                .bindArray("names", String.class, each(missing, benchmark -> StoredText.clean(benchmark.name())))
                .bindArray("params", String.class, each(missing, benchmark -> StoredJson.text(benchmark.params())))
                .bindArray(
                        "modes",
                        String.class,
                        each(missing, benchmark -> benchmark.mode().label()))
                .bindArray("threads", Integer.class, each(missing, BenchmarkId::threads))
                .execute();
    }

    private static <T> List<T> each(SortedMap<String, BenchmarkId> benchmarks, Function<BenchmarkId, T> part) {
        return benchmarks.values().stream().map(part).toList();
    }
}
