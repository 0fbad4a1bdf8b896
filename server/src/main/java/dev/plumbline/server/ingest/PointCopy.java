package dev.plumbline.server.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes the points of a run with one COPY. */
final class PointCopy {

    /** Bytes that are gathered before they are sent. */
    private static final int CHUNK = 1 << 16;

    private PointCopy() {}

    /**
     * Writes points.
     *
     * @param series where each row belongs, in the rows' order
     * @throws UnableToExecuteStatementException as any other statement does
     */
    static void write(Handle handle, long projectId, long runId, List<ParsedDocument.Row> rows, SeriesPlaces series) {
        try {
            copy(handle, projectId, runId, rows, series);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("The points can't be copied", e, null);
        }
    }

    private static void copy(
            Handle handle, long projectId, long runId, List<ParsedDocument.Row> rows, SeriesPlaces series)
            throws SQLException {
        CopyIn copy =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn("""
                copy point (project_id, series_id, run_id, value, forks, iterations, measured_as) from stdin
                """);
        try {
            StringBuilder text = new StringBuilder(CHUNK + 1024);
            for (int i = 0; i < rows.size(); i++) {
                append(rows.get(i), projectId, series, i, runId, text);
                if (text.length() >= CHUNK) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(
            ParsedDocument.Row row, long projectId, SeriesPlaces series, int place, long runId, StringBuilder text) {
        text.append(projectId)
                .append('\t')
                .append(series.series()[place])
                .append('\t')
                .append(runId)
                .append('\t')
                .append(row.value())
                .append("\t{");
        for (int i = 0; i < row.forks().length; i++) {
            text.append(i == 0 ? "" : ",").append(row.forks()[i]);
        }
        text.append("}\t").append(row.iterations()).append('\t');
        long measuredAs = series.measuredAs()[place];
        text.append(measuredAs == 0 ? "\\N" : String.valueOf(measuredAs)).append('\n');
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
