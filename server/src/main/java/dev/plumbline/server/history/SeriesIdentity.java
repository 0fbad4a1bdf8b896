package dev.plumbline.server.history;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.text.Namesakes;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series by what it measures.
 *
 * @param seriesId the key
 * @param benchmarkId the benchmark's key
 * @param benchmark class and method
 * @param params parameter values by name, in the order of the names
 * @param mode JMH's short label of the mode
 * @param threads the number of threads
 * @param metric the metric's name
 * @param unit the base unit that values are kept in
 * @param direction which way it gets better
 * @param harness the tool that measures it
 * @param namesakes how the project's benchmarks with this name and these parameters differ
 */
public record SeriesIdentity(
        long seriesId,
        long benchmarkId,
        String benchmark,
        Map<String, String> params,
        String mode,
        int threads,
        String metric,
        String unit,
        Direction direction,
        Harness harness,
        Namesakes namesakes) {

    /** The columns that {@link #of} reads, of {@code series s} and {@code benchmark b}. */
    public static final String COLUMNS = """
        s.series_id, s.benchmark_id, b.name,
            array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
            array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values,
            b.mode, b.threads, b.harness, s.metric, s.unit, s.direction,
            exists (select from benchmark o
                where o.project_id = b.project_id and o.name = b.name and o.params = b.params
                    and o.mode <> b.mode) as other_modes,
            exists (select from benchmark o
                where o.project_id = b.project_id and o.name = b.name and o.params = b.params
                    and o.threads <> b.threads) as other_threads
        """;

    /** The condition that {@code series s} has a point: one whose benchmark goes on under another name has none. */
    public static final String HAS_POINTS = """
        exists (select from point p where p.project_id = s.project_id and p.series_id = s.series_id)
        """;

    public SeriesIdentity {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A series of JMH whose benchmark has no namesakes. */
    public SeriesIdentity(
            long seriesId,
            long benchmarkId,
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            String metric,
            String unit,
            Direction direction) {
        this(
                seriesId,
                benchmarkId,
                benchmark,
                params,
                mode,
                threads,
                metric,
                unit,
                direction,
                Harness.JMH,
                Namesakes.NONE);
    }

    /** What is said after name and parameters, so that it is unambiguous: mode and threads, where it is needed. */
    public List<String> distinction() {
        return namesakes.parts(mode, threads);
    }

    /** Whether the metric is the benchmark's primary score. */
    public boolean isScore() {
        return metric.equals(Metric.SCORE);
    }

    public boolean lowerIsBetter() {
        return direction == Direction.LOWER_IS_BETTER;
    }

    /** Of a row with {@link #COLUMNS}. */
    public static SeriesIdentity of(ResultSet row) throws SQLException {
        return new SeriesIdentity(
                row.getLong("series_id"),
                row.getLong("benchmark_id"),
                row.getString("name"),
                Columns.map(row, "param_names", "param_values"),
                row.getString("mode"),
                row.getInt("threads"),
                row.getString("metric"),
                row.getString("unit"),
                Direction.valueOf(row.getString("direction")),
                Harness.ofId(row.getString("harness")).orElse(Harness.OTHER),
                new Namesakes(row.getBoolean("other_modes"), row.getBoolean("other_threads")));
    }
}
