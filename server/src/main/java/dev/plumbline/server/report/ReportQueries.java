package dev.plumbline.server.report;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.LikelyRenames;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.judging.Baselines;
import dev.plumbline.server.judging.BenchmarkChanges;
import dev.plumbline.server.project.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The data of a report of a change. */
public final class ReportQueries {

    private static final String RUNS = """
        select distinct on (e.label) r.run_id, e.label, r.trust,
            %s as status,
            r.summary
        from run r
            join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
        where r.project_id = :projectId and %%s and r.role = 'measurement'
            and (:pullRequest = 0 or b.pull_request = :pullRequest)
            and (:branch = '' or (b.name = :branch and b.pull_request is null))
            and (r.trust <> 'quarantined' or not exists (
                select
                from run t
                    join branch o on o.project_id = t.project_id and o.branch_id = t.branch_id
                where t.project_id = r.project_id and t.sha = r.sha and t.role = 'measurement'
                    and t.trust <> 'quarantined'
                    and (:whateverFor or o.pull_request is not distinct from b.pull_request)))
            and not exists (
                select
                from quarantined_run q
                where q.project_id = r.project_id and q.run_id = r.run_id and q.verified = 'refused')
        order by e.label, r.trust = 'quarantined', r.run_id desc
        """.formatted(RunListing.STATUS);

    private final Database database;
    private final Baselines baselines;

    public ReportQueries(Database database) {
        this.database = database;
        this.baselines = new Baselines(database);
    }

    /** A run as its own columns have it. */
    private record Row(
            long id, String environment, EnvironmentReport.State state, RunTrust trust, RunSummary summary) {}

    /**
     * What is stored of a commit.
     *
     * @param sha the commit in full, lower case
     * @param scope which of its runs
     */
    public StoredReport load(long projectId, String sha, ReportScope scope) {
        List<Row> rows = database.read(handle -> handle.createQuery(RUNS.formatted("r.sha = :sha"))
                .bind("projectId", projectId)
                .bind("sha", sha)
                .bind("pullRequest", scope.pullRequest().orElse(0))
                .bind("branch", scope.branch().orElse(""))
                .bind("whateverFor", scope.whateverFor())
                .map(ReportQueries::row)
                .list());
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, List<StoredVerdict>> verdicts = database.read(handle -> StoredVerdicts.all(handle, projectId, ids));
        List<StoredReport.Run> runs = new ArrayList<>();
        for (Row row : rows) {
            runs.add(run(projectId, row, verdicts.getOrDefault(row.id(), List.of())));
        }
        return new StoredReport(runs, database.read(handle -> Policies.load(handle, projectId)), pictureKey(projectId));
    }

    /** The key that the addresses of a project's pictures are signed with. */
    public byte[] pictureKey(long projectId) {
        return database.read(
                handle -> handle.createQuery("select picture_key from project where project_id = :projectId")
                        .bind("projectId", projectId)
                        .mapTo(byte[].class)
                        .one());
    }

    /** The verdicts of a run, whatever it was made for, and its environment; empty if there is no such run. */
    public Optional<StoredReport.Run> run(long projectId, long runId) {
        Optional<Row> found = database.read(handle -> handle.createQuery(RUNS.formatted("r.run_id = :runId"))
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("pullRequest", 0)
                .bind("branch", "")
                .bind("whateverFor", false)
                .map(ReportQueries::row)
                .findFirst());
        return found.map(row -> run(
                projectId,
                row,
                database.read(handle -> StoredVerdicts.all(handle, projectId, List.of(runId)))
                        .getOrDefault(runId, List.of())));
    }

    /** The runs that came before one in its environment, on the branch that it was compared with. */
    public HistoryScope historyBefore(Project project, StoredReport.Run run) {
        String branch = run.baseline().map(Baseline::branch).orElse(project.baseBranch());
        return database.read(handle -> handle.createQuery("""
            select r.environment_id, coalesce(b.branch_id, 0) as branch_id
            from run r
                left join branch b
                    on b.project_id = r.project_id and b.name = :branch and b.pull_request is null
            where r.project_id = :projectId and r.run_id = :runId
            """)
                .bind("branch", branch)
                .bind("projectId", project.id())
                .bind("runId", run.id())
                .map((row, context) ->
                        new HistoryScope(project.id(), row.getLong("environment_id"), row.getLong("branch_id")))
                .one());
    }

    private StoredReport.Run run(long projectId, Row row, List<StoredVerdict> verdicts) {
        return new StoredReport.Run(
                row.id(),
                row.environment(),
                row.state(),
                row.trust(),
                row.summary(),
                baselines.of(projectId, row.id()),
                verdicts,
                database.read(handle -> StoredFinding.of(handle, projectId, row.id())),
                changes(projectId, row.id()));
    }

    /** What is missing of what a run was expected to have; nothing before it is judged. */
    public MissingBenchmarks missing(long projectId, long runId) {
        return run(projectId, runId)
                .filter(found -> found.state() == EnvironmentReport.State.JUDGED)
                .map(StoredReport.Run::missing)
                .orElse(MissingBenchmarks.NONE);
    }

    private List<BenchmarkChange> changes(long projectId, long runId) {
        BenchmarkChanges changes = baselines.changes(projectId, runId);
        List<BenchmarkChange> all = new ArrayList<>();
        List<BenchmarkId> missing = new ArrayList<>();
        for (Absence absence : changes.absences()) {
            String by = changes.accepted().get(absence.benchmark());
            if (by != null && absence instanceof Absence.Missing) {
                all.add(new BenchmarkChange.Removed(absence.benchmark(), by));
            } else if (absence instanceof Absence.Missing) {
                missing.add(absence.benchmark());
            } else {
                all.add(new BenchmarkChange.Absent(absence));
            }
        }
        boolean both = !changes.added().isEmpty() && !missing.isEmpty();
        Map<BenchmarkId, Double> scores = both ? scores(projectId, runId) : Map.of();
        all.addAll(LikelyRenames.of(scored(missing, scores), scored(changes.added(), scores)));
        return all;
    }

    private static Map<BenchmarkId, Double> scored(List<BenchmarkId> benchmarks, Map<BenchmarkId, Double> scores) {
        Map<BenchmarkId, Double> scored = new HashMap<>();
        benchmarks.forEach(each -> scored.put(each, scores.getOrDefault(each, Double.NaN)));
        return scored;
    }

    /** The scores of a run and of the runs that it was judged with and against, the newest of each benchmark. */
    private Map<BenchmarkId, Double> scores(long projectId, long runId) {
        Optional<Baseline> baseline = baselines.of(projectId, runId);
        List<Long> runs = new ArrayList<>(baseline.map(Baseline::candidates).orElseGet(() -> List.of(runId)));
        baseline.ifPresent(found -> runs.add(found.run()));
        Map<BenchmarkId, Double> scores = new HashMap<>();
        database.read(handle -> handle.createQuery("""
            select b.name, b.mode, b.threads, p.value,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
            from point p
                join series s on s.project_id = p.project_id and s.series_id = p.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where p.project_id = :projectId and p.run_id = any (:runs) and s.metric = 'score'
            order by p.run_id
            """)
                        .bind("projectId", projectId)
                        .bindArray("runs", Long.class, runs)
                        .map((row, context) -> Map.entry(benchmark(row), row.getDouble("value")))
                        .list())
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue()));
        return scores;
    }

    private static BenchmarkId benchmark(ResultSet row) throws SQLException {
        return new BenchmarkId(
                row.getString("name"),
                Columns.map(row, "param_names", "param_values"),
                Mode.ofLabel(row.getString("mode")).orElseThrow(),
                row.getInt("threads"));
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getLong("run_id"),
                row.getString("label"),
                EnvironmentReport.State.ofLabel(row.getString("status")).orElseThrow(),
                RunTrust.ofLabel(row.getString("trust")).orElseThrow(),
                RunListing.summary(row));
    }
}
