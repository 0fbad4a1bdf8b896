package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import java.util.List;

/** What the page of a benchmark shows. */
public final class BenchmarkFamilyQueries {

    private static final int MOST_SERIES = 300;

    private final Database database;

    public BenchmarkFamilyQueries(Database database) {
        this.database = database;
    }

    /** The series with the name of a benchmark; none when the environment or the project has none. */
    public BenchmarkFamily load(HistoryScope scope, long benchmarkId) {
        return database.read(handle -> {
            List<SeriesIdentity> series = handle.createQuery("""
                select %s
                from benchmark named
                    join benchmark b on b.project_id = named.project_id and b.name = named.name
                    join series s on s.project_id = b.project_id and s.benchmark_id = b.benchmark_id
                where named.project_id = :projectId and named.benchmark_id = :benchmarkId
                    and s.environment_id = :environmentId
                order by b.params::text, b.mode, b.threads, b.benchmark_id, (s.metric = 'score') desc, s.metric
                limit :limit
                """.formatted(SeriesIdentity.COLUMNS))
                    .bind("projectId", scope.projectId())
                    .bind("benchmarkId", benchmarkId)
                    .bind("environmentId", scope.environmentId())
                    .bind("limit", MOST_SERIES)
                    .map((row, context) -> SeriesIdentity.of(row))
                    .list();
            return new BenchmarkFamily(
                    series,
                    RecentHistories.read(
                            handle,
                            scope,
                            series.stream().map(SeriesIdentity::seriesId).toList()));
        });
    }
}
