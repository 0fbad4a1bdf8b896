package dev.plumbline.server.ingest;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.Sha256;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredText;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Finds the series that points belong to, and makes those that are new: a handful of statements for any number. */
final class SeriesRegistry {

    private final Handle handle;
    private final long projectId;
    private final long environmentId;

    SeriesRegistry(Handle handle, long projectId, long environmentId) {
        this.handle = handle;
        this.projectId = projectId;
        this.environmentId = environmentId;
    }

    /** A series by what makes it one. */
    private record Key(long benchmarkId, String metric, String unit) {}

    /** The series of each row, in the rows' order. */
    long[] resolve(List<ParsedDocument.Row> rows) throws SQLException {
        Map<BenchmarkId, ByteBuffer> identities = new LinkedHashMap<>();
        for (ParsedDocument.Row row : rows) {
            identities.computeIfAbsent(row.benchmark(), benchmark -> ByteBuffer.wrap(Sha256.of(benchmark.key())));
        }
        Map<ByteBuffer, Long> benchmarks = benchmarks(identities);
        Map<Key, Metric> wanted = new LinkedHashMap<>();
        Key[] keys = new Key[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            ParsedDocument.Row row = rows.get(i);
            keys[i] = new Key(
                    requireNonNull(benchmarks.get(requireNonNull(identities.get(row.benchmark())))),
                    StoredText.clean(row.metric().name()),
                    StoredText.clean(row.metric().unit().base()));
            if (wanted.put(keys[i], row.metric()) != null) {
                throw new StoreException(
                        "duplicate-metric",
                        row.benchmark().name() + ": metric " + keys[i].metric() + " is there twice");
            }
        }
        Map<Key, Long> series = series(wanted);
        long[] resolved = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            resolved[i] = requireNonNull(series.get(keys[i]));
        }
        return resolved;
    }

    private Map<ByteBuffer, Long> benchmarks(Map<BenchmarkId, ByteBuffer> wanted) throws SQLException {
        Map<ByteBuffer, Long> known = knownBenchmarks(wanted.values());
        if (known.size() < wanted.size()) {
            List<Map.Entry<BenchmarkId, ByteBuffer>> missing = wanted.entrySet().stream()
                    .filter(entry -> !known.containsKey(entry.getValue()))
                    .sorted(Map.Entry.comparingByValue())
                    .toList();
            insertBenchmarks(missing);
            known.putAll(
                    knownBenchmarks(missing.stream().map(Map.Entry::getValue).toList()));
        }
        return known;
    }

    private Map<ByteBuffer, Long> knownBenchmarks(Collection<ByteBuffer> identities) throws SQLException {
        Map<ByteBuffer, Long> known = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select identity, benchmark_id from benchmark where project_id = ? and identity = any (?)
                """)) {
            statement.setLong(1, projectId);
            statement.setArray(
                    2,
                    handle.getConnection()
                            .createArrayOf(
                                    "bytea",
                                    identities.stream().map(ByteBuffer::array).toArray(byte[][]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(ByteBuffer.wrap(rows.getBytes(1)), rows.getLong(2));
                }
            }
        }
        return known;
    }

    private void insertBenchmarks(List<Map.Entry<BenchmarkId, ByteBuffer>> missing) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into benchmark (project_id, identity, name, params, mode, threads)
                values (?, ?, ?, ?::jsonb, ?, ?)
                on conflict (project_id, identity) do nothing
                """)) {
            for (Map.Entry<BenchmarkId, ByteBuffer> entry : missing) {
                BenchmarkId benchmark = entry.getKey();
                statement.setLong(1, projectId);
                statement.setBytes(2, entry.getValue().array());
                statement.setString(3, StoredText.clean(benchmark.name()));
                statement.setString(4, JsonText.object(benchmark.params()));
                statement.setString(5, benchmark.mode().label());
                statement.setInt(6, benchmark.threads());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Map<Key, Long> series(Map<Key, Metric> wanted) throws SQLException {
        Map<Key, Long> known = knownSeries(wanted.keySet());
        if (!known.keySet().containsAll(wanted.keySet())) {
            List<Map.Entry<Key, Metric>> missing = new ArrayList<>(wanted.entrySet());
            missing.removeIf(entry -> known.containsKey(entry.getKey()));
            insertSeries(missing);
            known.putAll(knownSeries(missing.stream().map(Map.Entry::getKey).toList()));
        }
        return known;
    }

    private Map<Key, Long> knownSeries(Collection<Key> keys) throws SQLException {
        Map<Key, Long> known = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select benchmark_id, metric, unit, series_id
                from series
                where project_id = ? and environment_id = ? and benchmark_id = any (?)
                """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, environmentId);
            statement.setArray(
                    3,
                    handle.getConnection()
                            .createArrayOf(
                                    "bigint",
                                    keys.stream()
                                            .map(Key::benchmarkId)
                                            .distinct()
                                            .toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(new Key(rows.getLong(1), rows.getString(2), rows.getString(3)), rows.getLong(4));
                }
            }
        }
        return known;
    }

    private void insertSeries(List<Map.Entry<Key, Metric>> missing) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into series (project_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (project_id, benchmark_id, environment_id, metric, unit) do nothing
                """)) {
            for (Map.Entry<Key, Metric> entry : missing) {
                Metric metric = entry.getValue();
                statement.setLong(1, projectId);
                statement.setLong(2, entry.getKey().benchmarkId());
                statement.setLong(3, environmentId);
                statement.setString(4, entry.getKey().metric());
                statement.setString(5, entry.getKey().unit());
                statement.setString(6, StoredText.clean(metric.unit().symbol()));
                statement.setString(7, metric.unit().direction().name());
                statement.setBoolean(8, !metric.informational());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
