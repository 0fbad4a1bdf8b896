package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import java.util.List;

/** What the page of a benchmark shows. */
public final class BenchmarkFamilyQueries {

    private static final int MOST_SERIES = 300;

    private final Database database;

    public BenchmarkFamilyQueries(Database database) {
        this.database = database;
    }

    /** The series that bear the name of a benchmark; without one when the environment or the project has none such. */
    public BenchmarkFamily load(HistoryScope scope, long benchmarkId) {
        return database.read(handle -> {
            List<SeriesIdentity> series = Query.of(handle, """
                            select s.series_id, s.benchmark_id, s.metric, s.unit, s.direction, b.name, b.mode, b.threads,
                                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
                            from benchmark named
                                join benchmark b on b.project_id = named.project_id and b.name = named.name
                                join series s on s.project_id = b.project_id and s.benchmark_id = b.benchmark_id
                            where named.project_id = ? and named.benchmark_id = ? and s.environment_id = ?
                            order by b.params::text, b.mode, b.threads, b.benchmark_id, (s.metric = 'score') desc, s.metric
                            limit ?
                            """)
                    .with(scope.projectId())
                    .with(benchmarkId)
                    .with(scope.environmentId())
                    .with(MOST_SERIES)
                    .list(SeriesIdentity::of);
            return new BenchmarkFamily(
                    series,
                    RecentHistories.read(
                            handle,
                            scope,
                            series.stream().map(SeriesIdentity::seriesId).toList()));
        });
    }
}
