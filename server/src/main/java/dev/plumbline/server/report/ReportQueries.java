package dev.plumbline.server.report;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.Renames;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.change.SuiteColumns;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a report of a change is made of. */
public final class ReportQueries {

    private static final String RUNS = """
        select distinct on (e.label) r.run_id, e.label, r.trust,
            case
                when r.judged_at is not null then 'judged'
                when exists (select from job j
                             where j.project_id = r.project_id and j.run_id = r.run_id and j.state = 'dead') then 'failed'
                else 'waiting'
            end as status,
            (r.summary ->> 'comparisons')::int as comparisons,
        """ + SuiteColumns.COLUMNS + """
        from run r
            join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
        where r.project_id = ? and r.sha = ? and r.role = 'measurement' and (? = 0 or b.pull_request = ?)
            and (r.trust <> 'quarantined' or not exists (
                select
                from run t
                    join branch o on o.project_id = t.project_id and o.branch_id = t.branch_id
                where t.project_id = r.project_id and t.sha = r.sha and t.role = 'measurement'
                    and t.trust <> 'quarantined'
                    and (? = 0 or o.pull_request is not distinct from b.pull_request)))
            and not exists (
                select
                from quarantined_run q
                where q.project_id = r.project_id and q.run_id = r.run_id and q.verified = 'refused')
        order by e.label, r.trust = 'quarantined', r.run_id desc
        """;

    private final Database database;
    private final Baselines baselines;

    public ReportQueries(Database database) {
        this.database = database;
        this.baselines = new Baselines(database);
    }

    /** A run as its own columns have it. */
    private record Row(
            long id,
            String environment,
            EnvironmentReport.State state,
            RunTrust trust,
            int comparisons,
            SuiteReport suite) {}

    /**
     * What is stored of a commit.
     *
     * @param sha the commit in full, lower case
     * @param pullRequest only runs of this pull request; empty: whatever they were made for
     */
    public StoredReport load(long projectId, String sha, OptionalInt pullRequest) {
        List<Row> rows = database.read(handle -> Query.of(handle, RUNS)
                .with(projectId)
                .with(sha)
                .with(pullRequest.orElse(0))
                .with(pullRequest.orElse(0))
                .with(pullRequest.orElse(0))
                .list(ReportQueries::row));
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, List<RunDetails.Verdict>> verdicts = database.read(handle -> RunVerdicts.all(handle, projectId, ids));
        List<StoredReport.Run> runs = new ArrayList<>();
        for (Row row : rows) {
            runs.add(run(projectId, row, verdicts.getOrDefault(row.id(), List.of())));
        }
        return new StoredReport(runs, database.read(handle -> Policies.load(handle, projectId)), pictureKey(projectId));
    }

    /** The key that the addresses of a project's pictures are signed with. */
    public byte[] pictureKey(long projectId) {
        return database.read(handle -> Query.of(handle, "select picture_key from project where project_id = ?")
                .with(projectId)
                .first(row -> row.getBytes("picture_key"))
                .orElseThrow());
    }

    /** The verdicts of a run that was made for whatever, and its environment; empty where there is no such run. */
    public Optional<StoredReport.Run> run(long projectId, long runId) {
        Optional<Row> found = database.read(handle -> Query.of(handle, RUNS.replace("r.sha = ?", "r.run_id = ?"))
                .with(projectId)
                .with(runId)
                .with(0)
                .with(0)
                .with(1)
                .first(ReportQueries::row));
        return found.map(row -> run(
                projectId,
                row,
                database.read(handle -> RunVerdicts.all(handle, projectId, List.of(runId)))
                        .getOrDefault(runId, List.of())));
    }

    /** The runs that came before one in its environment, on the branch that it was compared with. */
    public HistoryScope historyBefore(Project project, StoredReport.Run run) {
        String branch = run.baseline().map(Baseline::branch).orElse(project.baseBranch());
        return database.read(handle -> Query.of(handle, """
            select r.environment_id, coalesce(b.branch_id, 0) as branch_id
            from run r
                left join branch b
                    on b.project_id = r.project_id and b.name = ? and b.pull_request is null
            where r.project_id = ? and r.run_id = ?
            """)
                .with(branch)
                .with(project.id())
                .with(run.id())
                .first(row -> new HistoryScope(project.id(), row.getLong("environment_id"), row.getLong("branch_id")))
                .orElseThrow());
    }

    private StoredReport.Run run(long projectId, Row row, List<RunDetails.Verdict> verdicts) {
        return new StoredReport.Run(
                row.id(),
                row.environment(),
                row.state(),
                row.trust(),
                row.comparisons(),
                row.suite(),
                baselines.of(projectId, row.id()),
                verdicts,
                database.read(handle -> StoredFinding.of(handle, projectId, row.id())),
                changes(projectId, row.id()));
    }

    private List<BenchmarkChange> changes(long projectId, long runId) {
        BenchmarkChanges changes = baselines.changes(projectId, runId);
        boolean both = !changes.added().isEmpty() && !changes.removed().isEmpty();
        Map<BenchmarkId, Double> scores = both ? scores(projectId, runId) : Map.of();
        return Renames.of(scored(changes.removed(), scores), scored(changes.added(), scores));
    }

    private static Map<BenchmarkId, Double> scored(List<BenchmarkId> benchmarks, Map<BenchmarkId, Double> scores) {
        Map<BenchmarkId, Double> scored = new HashMap<>();
        benchmarks.forEach(each -> scored.put(each, scores.getOrDefault(each, Double.NaN)));
        return scored;
    }

    /** The scores of a run and of the runs that it was judged with and against, each benchmark's newest. */
    private Map<BenchmarkId, Double> scores(long projectId, long runId) {
        Optional<Baseline> baseline = baselines.of(projectId, runId);
        List<Long> runs = new ArrayList<>(baseline.map(Baseline::candidates).orElse(List.of(runId)));
        baseline.ifPresent(found -> runs.add(found.run()));
        Map<BenchmarkId, Double> scores = new HashMap<>();
        database.read(handle -> Query.of(handle, """
            select b.name, b.mode, b.threads, p.value,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
            from point p
                join series s on s.project_id = p.project_id and s.series_id = p.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where p.project_id = ? and p.run_id = any (?) and s.metric = 'score'
            order by p.run_id
            """)
                        .with(projectId)
                        .withAll(runs)
                        .list(row -> Map.entry(benchmark(row), row.getDouble("value"))))
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

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("run_id"),
                row.getString("label"),
                EnvironmentReport.State.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                RunTrust.valueOf(row.getString("trust").toUpperCase(Locale.ROOT)),
                row.getInt("comparisons"),
                SuiteColumns.of(row));
    }
}
