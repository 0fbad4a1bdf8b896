package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What judged runs were compared with. */
public final class Baselines {

    private final Database database;

    public Baselines(Database database) {
        this.database = database;
    }

    /** The baseline of one run; empty for a run of the base branch, which continues a segment, and for one that is not judged yet. */
    public Optional<Baseline> of(long projectId, long runId) {
        return database.read(handle -> of(handle, projectId, runId));
    }

    public static Optional<Baseline> of(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select baseline from run where project_id = :projectId and run_id = :runId and baseline is not null
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(String.class)
                .findFirst()
                .map(column -> Json.read(column, Baseline.class));
    }

    /** Writes what a run was compared with, and how the observed machine differed there. */
    static void record(Handle handle, RunToJudge run, Baseline baseline, List<Long> pooled) {
        Baseline whole =
                baseline.with(pooled, ObservedDifference.between(handle, run.projectId(), baseline.run(), run.runId()));
        handle.createUpdate("""
            update run set baseline = cast(:baseline as jsonb) where project_id = :projectId and run_id = :runId
            """)
                .bind("baseline", StoredJson.text(whole))
                .bind("projectId", run.projectId())
                .bind("runId", run.runId())
                .execute();
    }

    /** Which benchmarks only one side of a run's comparison has; none if there is no baseline. */
    public BenchmarkChanges changes(long projectId, long runId) {
        return database.read(handle -> {
            Optional<Baseline> baseline = of(handle, projectId, runId).filter(found -> found.run() != 0);
            if (baseline.isEmpty()) {
                return BenchmarkChanges.NONE;
            }
            List<Long> before = lastRuns(handle, projectId, baseline.get().run());
            List<Long> after = baseline.get().candidates();
            return new BenchmarkChanges(
                    only(handle, projectId, runId, after, before), only(handle, projectId, runId, before, after));
        });
    }

    /** The runs of the commit that the baseline ends with: each shard of a matrix has other benchmarks. */
    private static List<Long> lastRuns(Handle handle, long projectId, long run) {
        return handle.createQuery("""
            select other.run_id
            from run r
                join run other on other.project_id = r.project_id and other.branch_id = r.branch_id
                    and other.environment_id = r.environment_id and other.sha = r.sha
                    and other.role = r.role and other.baseline_eligible = r.baseline_eligible
                    and (other.baseline_eligible or other.run_id = r.run_id)
            where r.project_id = :projectId and r.run_id = :runId
            """)
                .bind("projectId", projectId)
                .bind("runId", run)
                .map((row, context) -> row.getLong("run_id"))
                .list();
    }

    /** The benchmarks that some runs have and others have not; those that had a baseline from further back are on both sides. */
    private static List<BenchmarkId> only(
            Handle handle, long projectId, long runId, List<Long> having, List<Long> lacking) {
        return handle.createQuery("""
            select b.name, b.mode, b.threads,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
            from benchmark b
            where b.project_id = :projectId and b.benchmark_id in (
                select s.benchmark_id
                from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = any (:having)
                except
                select s.benchmark_id
                from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = any (:lacking)
                except
                select s.benchmark_id
                from verdict v
                    join series s on s.project_id = v.project_id and s.series_id = v.series_id
                where v.project_id = :projectId and v.run_id = :runId and v.baseline_runs > 0)
            order by b.name, b.params::text, b.mode, b.threads
            """)
                .bind("projectId", projectId)
                .bindArray("having", Long.class, having)
                .bindArray("lacking", Long.class, lacking)
                .bind("runId", runId)
                .map((row, context) -> Baselines.benchmark(row))
                .list();
    }

    private static BenchmarkId benchmark(ResultSet row) throws SQLException {
        return new BenchmarkId(
                row.getString("name"),
                Columns.map(row, "param_names", "param_values"),
                Mode.ofLabel(row.getString("mode")).orElseThrow(),
                row.getInt("threads"));
    }
}
