package dev.plumbline.server.catalog;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.NoiseTables;
import dev.plumbline.server.history.RecentHistories;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.project.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the list of a project's benchmarks. */
public final class BenchmarkListQueries {

    /** The latest run is the one with the last commit of so many that were uploaded last. */
    private static final int UPLOADED_LAST = 40;

    private final Database database;

    public BenchmarkListQueries(Database database) {
        this.database = database;
    }

    /**
     * An environment with the history of the base branch in it.
     *
     * @param label the environment's label
     * @param scope the history; its branch is 0 before the base branch was measured at all
     */
    public record Environment(String label, HistoryScope scope) {}

    private record Counted(BenchmarkListing listing, long total) {}

    /** The project's environments, the one in which the base branch was measured last first. */
    public List<Environment> environments(Project project) {
        return database.read(handle -> handle.createQuery("""
            select e.environment_id, e.label, coalesce(b.branch_id, 0) as branch_id
            from environment e
                left join branch b
                    on b.project_id = e.project_id and b.name = :baseBranch and b.pull_request is null
            where e.project_id = :projectId
            order by (
                select max(r.uploaded_at)
                from run r
                where r.project_id = e.project_id and r.environment_id = e.environment_id and r.branch_id = b.branch_id)
                desc nulls last, e.label
            limit 200
            """)
                .bind("projectId", project.id())
                .bind("baseBranch", project.baseBranch())
                .map((row, context) -> new Environment(
                        row.getString("label"),
                        new HistoryScope(project.id(), row.getLong("environment_id"), row.getLong("branch_id"))))
                .list());
    }

    /** A part of the benchmarks of a history. */
    public BenchmarkPart load(HistoryScope scope, BenchmarkFilter filter, PageOf part) {
        return database.read(handle -> {
            List<String> metrics = metrics(handle, scope);
            String metric =
                    metrics.contains(filter.metric()) || metrics.isEmpty() ? filter.metric() : metrics.getFirst();
            List<Long> noisiest =
                    filter.order() == BenchmarkFilter.Order.NOISE ? noisiest(handle, scope, metric) : List.of();
            List<Counted> rows = rows(handle, scope, metric, filter, noisiest, part);
            List<Long> series =
                    rows.stream().map(row -> row.listing().series().seriesId()).toList();
            return new BenchmarkPart(
                    metrics,
                    metric,
                    rows.stream().map(Counted::listing).toList(),
                    rows.isEmpty() ? 0 : rows.getFirst().total(),
                    NoiseTables.of(handle, scope, series),
                    RecentHistories.read(handle, scope, series));
        });
    }

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
                .mapTo(String.class)
                .list();
    }

    /** The series of a metric whose noise is known, the noisiest first. */
    private static List<Long> noisiest(Handle handle, HistoryScope scope, String metric) {
        List<Long> series = handle.createQuery("""
            select series_id
            from series
            where project_id = :projectId and environment_id = :environmentId and metric = :metric
            """)
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("metric", metric)
                .mapTo(Long.class)
                .list();
        return NoiseTables.of(handle, scope, series).entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Counted> rows(
            Handle handle,
            HistoryScope scope,
            String metric,
            BenchmarkFilter filter,
            List<Long> noisiest,
            PageOf part) {
        return handle.createQuery("""
            with latest as (
                select newest.run_id
                from (
                    select r.project_id, r.branch_id, r.sha, r.run_id
                    from run r
                    where r.project_id = :projectId and r.environment_id = :environmentId
                        and r.branch_id = :branchId and r.baseline_eligible and r.judged_at is not null
                    order by r.uploaded_at desc, r.run_id desc
                    limit :uploadedLast) as newest
                    join branch_commit bc on bc.project_id = newest.project_id and bc.branch_id = newest.branch_id
                        and bc.sha = newest.sha
                order by bc.position desc, newest.run_id desc
                limit 1)
            select %s,
                s.judged, v.outcome, v.ratio, changed.ratio as changed_ratio, changed.worse, changed.sha, changed.subject,
                changed.author, changed.committed_at, count(*) over () as total
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                left join verdict v on v.project_id = s.project_id and v.series_id = s.series_id
                    and v.run_id = (select run_id from latest)
                left join lateral (
                    select cp.ratio, cp.worse, bc.position, c.sha, c.subject, c.author, c.committed_at
                    from change_point cp
                        join run r on r.project_id = cp.project_id and r.run_id = cp.run_id
                        join branch_commit bc on bc.project_id = r.project_id and bc.branch_id = r.branch_id
                            and bc.sha = r.sha
                        join commit c on c.project_id = r.project_id and c.sha = r.sha
                    where cp.project_id = s.project_id and cp.series_id = s.series_id and cp.branch_id = :branchId
                    order by bc.position desc, cp.run_id desc
                    limit 1) as changed on true
                left join unnest(:noisiest) with ordinality as noisy (series_id, place) on noisy.series_id = s.series_id
            where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = :metric
                and (:verdict = '' or coalesce(v.outcome, 'none') = :verdict) and %s and %s
            order by noisy.place nulls last,
                case :order when 'change' then -abs(ln(nullif(greatest(v.ratio, 0), 0))) end nulls last,
                case :order when 'last-change' then -changed.position end nulls last,
                b.name, b.params::text, b.mode, b.threads, s.series_id
            limit :limit offset :offset
            """.formatted(SeriesIdentity.COLUMNS, SeriesIdentity.HAS_POINTS, NameWords.CONDITION))
                .bind("projectId", scope.projectId())
                .bind("environmentId", scope.environmentId())
                .bind("branchId", scope.branchId())
                .bind("uploadedLast", UPLOADED_LAST)
                .bind("metric", metric)
                .bind("verdict", filter.verdict())
                .bind("order", filter.order().label())
                .bindArray("noisiest", Long.class, noisiest)
                .bindArray("words", String.class, new NameWords(filter.search()).patterns())
                .bindMethods(part)
                .map((row, context) -> new Counted(listing(row), row.getLong("total")))
                .list();
    }

    private static BenchmarkListing listing(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "ratio");
        return new BenchmarkListing(
                SeriesIdentity.of(row),
                row.getBoolean("judged"),
                Columns.knownConstant(row, "outcome", Outcome::ofLabel)
                        .map(outcome -> new BenchmarkListing.Latest(outcome, ratio)),
                changed(row));
    }

    private static Optional<BenchmarkListing.Changed> changed(ResultSet row) throws SQLException {
        double ratio = Columns.number(row, "changed_ratio");
        return Double.isNaN(ratio)
                ? Optional.empty()
                : Optional.of(new BenchmarkListing.Changed(CommitLabel.of(row, ""), ratio, row.getBoolean("worse")));
    }
}
