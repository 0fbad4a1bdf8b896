package dev.plumbline.server.change;

import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A property of the machine that differs between two runs.
 *
 * @param field {@code cpu}, {@code cores}, {@code os}, {@code arch}, {@code jvm}, {@code vmVersion} or {@code jmh}
 * @param before what it was
 * @param after what it is
 */
public record ObservedDifference(String field, String before, String after) {

    /**
     * Three arrays that {@link #of} reads, of the runs {@code r} and {@code previous}. A machine's memory is left out: virtual
     * machines of one kind differ in it by a few bytes.
     */
    public static final String COLUMNS = """
        array(select a.key from jsonb_each_text(r.observed) a
            join jsonb_each_text(previous.observed) b on b.key = a.key and b.value <> a.value
            where a.key in ('cpu', 'cores', 'os', 'arch', 'jvm', 'vmVersion', 'jmh') order by a.key) as differs,
        array(select b.value from jsonb_each_text(r.observed) a
            join jsonb_each_text(previous.observed) b on b.key = a.key and b.value <> a.value
            where a.key in ('cpu', 'cores', 'os', 'arch', 'jvm', 'vmVersion', 'jmh') order by a.key)
            as differs_before,
        array(select a.value from jsonb_each_text(r.observed) a
            join jsonb_each_text(previous.observed) b on b.key = a.key and b.value <> a.value
            where a.key in ('cpu', 'cores', 'os', 'arch', 'jvm', 'vmVersion', 'jmh') order by a.key)
            as differs_after
        """;

    /** Of a row with {@link #COLUMNS}. */
    public static List<ObservedDifference> of(ResultSet row) throws SQLException {
        List<String> fields = Columns.texts(row, "differs");
        List<String> before = Columns.texts(row, "differs_before");
        List<String> after = Columns.texts(row, "differs_after");
        List<ObservedDifference> differences = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            differences.add(new ObservedDifference(fields.get(i), before.get(i), after.get(i)));
        }
        return differences;
    }

    /** Between two runs; nothing when one of them is 0. */
    public static List<ObservedDifference> between(Handle handle, long projectId, long previousRunId, long runId) {
        return handle
                .createQuery("select " + COLUMNS + """
                    from run r join run previous on previous.project_id = r.project_id
                    where r.project_id = :projectId and r.run_id = :runId and previous.run_id = :previousRunId
                    """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("previousRunId", previousRunId)
                .map((row, context) -> ObservedDifference.of(row))
                .list()
                .stream()
                .findFirst()
                .orElse(List.of());
    }
}
