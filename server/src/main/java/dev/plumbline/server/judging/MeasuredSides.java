package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.report.missing.MeasuredSide;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What runs have numbers for, and which of their benchmarks failed. */
final class MeasuredSides {

    private static final String BENCHMARK = """
        b.name, b.mode, b.threads,
            array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
            array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
        """;

    private final Handle handle;
    private final long projectId;

    MeasuredSides(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    private record Measured(BenchmarkId benchmark, List<String> metrics) {}

    /** What these runs together have. */
    MeasuredSide of(Collection<Long> runs) {
        return gather(runs).side();
    }

    /**
     * What these runs together have, and benchmarks beside that, which count as measured.
     *
     * @param others keys of benchmarks
     */
    MeasuredSide of(Collection<Long> runs, Collection<Long> others) {
        MeasuredSide.Gathering side = gather(runs);
        handle.createQuery("select %s from benchmark b where b.project_id = :projectId and b.benchmark_id = any (:ids)"
                        .formatted(BENCHMARK))
                .bind("projectId", projectId)
                .bindArray("ids", Long.class, others)
                .map((row, context) -> benchmark(row))
                .list()
                .forEach(side::failed);
        return side.side();
    }

    private MeasuredSide.Gathering gather(Collection<Long> runs) {
        MeasuredSide.Gathering side = new MeasuredSide.Gathering();
        handle.createQuery("""
            select %s, measured.metrics
            from (
                select s.benchmark_id, array_agg(distinct s.metric) as metrics
                from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = any (:runs) and s.judged
                group by s.benchmark_id) as measured
                join benchmark b on b.project_id = :projectId and b.benchmark_id = measured.benchmark_id
            """.formatted(BENCHMARK))
                .bind("projectId", projectId)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new Measured(benchmark(row), Columns.texts(row, "metrics")))
                .list()
                .forEach(each -> each.metrics().forEach(metric -> side.measured(each.benchmark(), metric)));
        handle.createQuery("""
            select %s
            from benchmark b
            where b.project_id = :projectId and b.benchmark_id in (
                select benchmark_id from failure where project_id = :projectId and run_id = any (:runs))
            """.formatted(BENCHMARK))
                .bind("projectId", projectId)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> benchmark(row))
                .list()
                .forEach(side::failed);
        return side;
    }

    /** The benchmarks that a run was compared in, whatever the baseline's newest commit has. */
    Set<BenchmarkId> compared(long runId) {
        return handle.createQuery("""
            select %s
            from benchmark b
            where b.project_id = :projectId and b.benchmark_id in (
                select s.benchmark_id
                from verdict v
                    join series s on s.project_id = v.project_id and s.series_id = v.series_id
                where v.project_id = :projectId and v.run_id = :runId and v.baseline_runs > 0)
            """.formatted(BENCHMARK))
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> benchmark(row))
                .set();
    }

    /** Of a row with the columns of a benchmark. */
    static BenchmarkId benchmark(ResultSet row) throws SQLException {
        return new BenchmarkId(
                row.getString("name"),
                Columns.map(row, "param_names", "param_values"),
                Mode.ofLabel(row.getString("mode")).orElseThrow(),
                row.getInt("threads"));
    }
}
