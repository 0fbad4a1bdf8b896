package dev.plumbline.benchmarks.load;

import dev.plumbline.migrations.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The least that any ingest must do: the rows that the server stored, written with COPY into the same tables of an empty
 * database of the same PostgreSQL, one transaction for each run, over as many connections as there were clients.
 */
final class CopyReference {
    /** What all runs share, in the order of the foreign keys. */
    private static final List<String> SHARED =
            List.of("project", "environment", "branch", "commit", "branch_commit", "benchmark", "series");

    /** What an upload writes for itself, but for its commit. */
    private static final List<Rows> OF_A_RUN = List.of(
            new Rows("run", "run_id = %d"),
            new Rows("upload", "run_id = %d"),
            new Rows("document", "upload_id in (select upload_id from upload where run_id = %d)"),
            new Rows("point", "run_id = %d"));

    private record Rows(String table, String ofRun) {

        String query(long run) {
            return "select * from " + table + " where " + ofRun.formatted(run);
        }
    }

    private final DataSource source;
    private final DataSource target;

    CopyReference(DataSource source, DataSource target) {
        this.source = source;
        this.target = target;
    }

    /** The time that the rows of the given runs take; reading them from the source does not count. */
    Duration time(List<Long> runs, int connections) throws Exception {
        Schema.migrate(target);
        try (Connection from = source.getConnection();
                Connection to = target.getConnection()) {
            for (String table : SHARED) {
                write(to, table, read(from, "select * from " + table));
            }
        }
        List<List<byte[]>> rows = new ArrayList<>();
        try (Connection from = source.getConnection()) {
            for (long run : runs) {
                List<byte[]> tables = new ArrayList<>();
                for (Rows part : OF_A_RUN) {
                    tables.add(read(from, part.query(run)));
                }
                rows.add(tables);
            }
        }
        return copyAll(rows, connections);
    }

    private Duration copyAll(List<List<byte[]>> rows, int connections) throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < connections; writer++) {
            int first = writer;
            writers.add(() -> copyEvery(rows, first, connections));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
            long begun = System.nanoTime();
            for (Future<Integer> written : pool.invokeAll(writers)) {
                written.get();
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private int copyEvery(List<List<byte[]>> rows, int first, int step) throws SQLException, IOException {
        int written = 0;
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            for (int run = first; run < rows.size(); run += step) {
                for (int part = 0; part < OF_A_RUN.size(); part++) {
                    write(connection, OF_A_RUN.get(part).table(), rows.get(run).get(part));
                }
                connection.commit();
                written++;
            }
        }
        return written;
    }

    private static byte[] read(Connection connection, String query) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (%s) to stdout (format binary)".formatted(query), rows);
        return rows.toByteArray();
    }

    private static void write(Connection connection, String table, byte[] rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s from stdin (format binary)".formatted(table), new ByteArrayInputStream(rows));
    }
}
