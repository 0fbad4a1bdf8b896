package dev.plumbline.server.ingest;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.server.database.Sha256;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.database.StoredText;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds the benchmarks of a document, and makes those that are new: three statements for any number. */
final class BenchmarkRegistry {

    private final Handle handle;
    private final long projectId;

    BenchmarkRegistry(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /** The key of each benchmark. */
    Map<BenchmarkId, Long> resolve(Set<BenchmarkId> benchmarks) {
        // In the order of the identities, so that two uploads that make the same benchmarks never wait for each other.
        Map<ByteBuffer, BenchmarkId> wanted = new TreeMap<>();
        benchmarks.forEach(benchmark -> wanted.put(ByteBuffer.wrap(Sha256.of(benchmark.key())), benchmark));
        Map<ByteBuffer, Long> keys = new HashMap<>(known(wanted.keySet()));
        if (keys.size() < wanted.size()) {
            Map<ByteBuffer, BenchmarkId> missing = new TreeMap<>(wanted);
            missing.keySet().removeAll(keys.keySet());
            insert(missing.values());
            keys.putAll(known(missing.keySet()));
        }
        Map<BenchmarkId, Long> resolved = new HashMap<>();
        wanted.forEach((identity, benchmark) -> resolved.put(benchmark, requireNonNull(keys.get(identity))));
        return resolved;
    }

    private Map<ByteBuffer, Long> known(Collection<ByteBuffer> identities) {
        List<byte[]> hashes = identities.stream().map(ByteBuffer::array).toList();
        return handle.createQuery("""
            select identity, benchmark_id from benchmark where project_id = :projectId and identity = any (:identities)
            """)
                .bind("projectId", projectId)
                .bindArray("identities", byte[].class, hashes)
                .map((row, context) ->
                        Map.entry(ByteBuffer.wrap(row.getBytes("identity")), row.getLong("benchmark_id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void insert(Collection<BenchmarkId> missing) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into benchmark (project_id, identity, name, params, mode, threads)
            values (:projectId, :identity, :name, cast(:params as jsonb), :mode, :threads)
            on conflict (project_id, identity) do nothing
            """);
        missing.forEach(benchmark -> batch.bind("projectId", projectId)
                .bind("identity", Sha256.of(benchmark.key()))
                .bind("name", StoredText.clean(benchmark.name()))
                .bind("params", StoredJson.text(benchmark.params()))
                .bind("mode", benchmark.mode().label())
                .bind("threads", benchmark.threads())
                .add());
        batch.execute();
    }
}
