package dev.plumbline.server.rename;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A benchmark of a project.
 *
 * @param key its key
 * @param id what it is
 */
record KnownBenchmark(long key, BenchmarkId id) {

    /** The columns that {@link #id(ResultSet)} reads, of {@code benchmark b}. */
    static final String COLUMNS = """
        b.benchmark_id, b.name, b.mode, b.threads,
            array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
            array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
        """;

    /** All of a project. */
    static List<KnownBenchmark> of(Handle handle, long projectId) {
        return handle.createQuery("select " + COLUMNS + """
            from benchmark b
            where b.project_id = :projectId
            order by b.name, b.benchmark_id
            """)
                .bind("projectId", projectId)
                .map((row, context) -> of(row))
                .list();
    }

    /** Of a row with {@link #COLUMNS}. */
    static KnownBenchmark of(ResultSet row) throws SQLException {
        return new KnownBenchmark(row.getLong("benchmark_id"), id(row));
    }

    /** The identity of a row with {@link #COLUMNS}. */
    static BenchmarkId id(ResultSet row) throws SQLException {
        return new BenchmarkId(
                row.getString("name"),
                Columns.map(row, "param_names", "param_values"),
                Mode.ofLabel(row.getString("mode")).orElseThrow(),
                row.getInt("threads"));
    }
}
