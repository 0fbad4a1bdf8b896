package dev.plumbline.server.site.project;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.BenchmarkListing;
import dev.plumbline.server.history.DrawnRuns;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.RecentHistories;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.regression.ProjectChangesQueries;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.report.RunListing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the page of a project shows. */
public final class ProjectOverviewQueries {

    /** Benchmarks on one page of the list. */
    public static final int PAGE_SIZE = 50;

    private static final int CHANGES = 12;
    private static final int RUNS = 10;

    private final Database database;

    public ProjectOverviewQueries(Database database) {
        this.database = database;
    }

    /**
     * The overview of one branch in one environment.
     *
     * @param scope the history
     * @param metric the metric to list; the primary score if the environment doesn't have it
     * @param search what the benchmark's name or parameters contain, whatever the case; empty: all
     * @param page the page of the list, from 1
     */
    public ProjectOverview load(HistoryScope scope, String metric, String search, int page) {
        return database.read(handle -> {
            List<RegressionSummary> changes = ProjectChangesQueries.read(handle, scope, CHANGES);
            List<String> metrics = metrics(handle, scope);
            String listed = metrics.contains(metric) || metrics.isEmpty() ? metric : metrics.get(0);
            List<Counted> benchmarks = benchmarks(handle, scope, listed, search, page);
            List<Long> series = Stream.concat(
                            benchmarks.stream()
                                    .map(row -> row.listing().series().seriesId()),
                            changes.stream()
                                    .flatMap(change -> change.series().stream().limit(1))
                                    .map(moved -> moved.series().seriesId()))
                    .distinct()
                    .toList();
            return new ProjectOverview(
                    changes,
                    metrics,
                    listed,
                    benchmarks.stream().map(Counted::listing).toList(),
                    benchmarks.isEmpty() ? 0 : benchmarks.get(0).total(),
                    RecentHistories.read(handle, scope, series),
                    runs(handle, scope));
        });
    }

    private record Counted(BenchmarkListing listing, long total) {}

    private static List<String> metrics(Handle handle, HistoryScope scope) {
        return handle.createQuery("""
            select metric
            from series
            where project_id = :projectId and environment_id = :environmentId
            group by metric
            order by (metric = 'score') desc, count(*) desc, metric
            limit 100
            """)
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .map((row, context) -> row.getString("metric"))
                .list();
    }

    private static List<Counted> benchmarks(Handle handle, HistoryScope scope, String metric, String search, int page) {
        return handle.createQuery("""
            with latest as (
                select r.run_id
                from run r
                    join branch_commit bc
                        on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                where r.project_id = :projectId and r.environment_id = :environmentId and r.branch_id = :branchId
                    and r.judged_at is not null and %s
                order by bc.position desc, r.run_id desc
                limit 1)
            select %s,
                s.judged, v.outcome, v.ratio, count(*) over () as total
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                left join verdict v on v.project_id = s.project_id and v.series_id = s.series_id
                    and v.run_id = (select run_id from latest)
            where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = :metric
                and position(lower(:search) in lower(b.name || ' ' || b.params::text)) > 0 and %s
            order by b.name, b.params::text, b.mode, b.threads, s.series_id
            limit :limit offset :offset
            """.formatted(DrawnRuns.CONDITION, SeriesIdentity.COLUMNS, SeriesIdentity.HAS_POINTS))
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("metric", metric)
                .bind("search", search)
                .bind("limit", PAGE_SIZE)
                .bind("offset", (long) (page - 1) * PAGE_SIZE)
                .map((row, context) -> new Counted(
                        new BenchmarkListing(SeriesIdentity.of(row), row.getBoolean("judged"), latest(row)),
                        row.getLong("total")))
                .list();
    }

    private static Optional<BenchmarkListing.Latest> latest(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "ratio");
        return Outcome.ofLabel(Columns.text(row, "outcome"))
                .map(outcome -> new BenchmarkListing.Latest(outcome, ratio));
    }

    private static List<RunListing> runs(Handle handle, HistoryScope scope) {
        return handle.createQuery("""
            select r.run_id, r.uploaded_at, c.sha, c.subject, c.author, c.committed_at,
                b.name as branch, e.label as environment,
                %s as status,
                r.summary, r.absent
            from run r
                join commit c on c.project_id = r.project_id and c.sha = r.sha
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join environment e
                    on e.project_id = r.project_id and e.environment_id = r.environment_id
                join branch_commit bc
                    on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
            where r.project_id = :projectId and r.environment_id = :environmentId and r.branch_id = :branchId and %s
            order by bc.position desc, r.run_id desc
            limit :most
            """.formatted(RunListing.STATUS, DrawnRuns.CONDITION))
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("most", RUNS)
                .map((row, context) -> RunListing.of(row))
                .list();
    }
}
