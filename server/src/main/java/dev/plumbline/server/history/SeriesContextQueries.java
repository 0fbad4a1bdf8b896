package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the page of a series shows besides the history. */
public final class SeriesContextQueries {

    private final Database database;

    public SeriesContextQueries(Database database) {
        this.database = database;
    }

    /**
     * The surroundings of a series, empty when the project has no such series. Of one that goes on under another name they are those of the
     * joined series, so that links to it stay good.
     */
    public Optional<SeriesContext> load(Project project, long asked) {
        return database.read(handle -> {
            long seriesId = joined(handle, project.id(), asked);
            Optional<Placed> found = series(handle, project.id(), seriesId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Placed placed = found.get();
            List<Neighbour> neighbours = neighbours(handle, project.id(), placed);
            return Optional.of(new SeriesContext(
                    placed.series(),
                    placed.environmentId(),
                    placed.environment(),
                    branches(handle, project, seriesId),
                    siblings(handle, project.id(), placed),
                    elsewhere(handle, project.id(), placed),
                    neighbours.stream().filter(Neighbour::before).findFirst().map(Neighbour::series),
                    neighbours.stream().filter(row -> !row.before()).findFirst().map(Neighbour::series)));
        });
    }

    /** The recent histories of some series of one branch, by series. */
    public Map<Long, RecentHistory> histories(HistoryScope scope, List<Long> series) {
        return database.read(handle -> RecentHistories.read(handle, scope, series));
    }

    private record Placed(SeriesIdentity series, long environmentId, String environment) {}

    private record Neighbour(SeriesIdentity series, boolean before) {}

    private static long joined(Handle handle, long projectId, long seriesId) {
        return handle.createQuery("""
            select p.series_id
            from point p
            where p.project_id = :projectId and p.measured_as = :seriesId and not exists (
                select from point own where own.project_id = p.project_id and own.series_id = :seriesId)
            limit 1
            """)
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .mapTo(Long.class)
                .findFirst()
                .orElse(seriesId);
    }

    private static Optional<Placed> series(Handle handle, long projectId, long seriesId) {
        return handle.createQuery("""
            select %s, n.environment_id, n.label
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join environment n on n.project_id = s.project_id and n.environment_id = s.environment_id
            where s.project_id = :projectId and s.series_id = :seriesId
            """.formatted(SeriesIdentity.COLUMNS))
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .map((row, context) ->
                        new Placed(SeriesIdentity.of(row), row.getLong("environment_id"), row.getString("label")))
                .findOne();
    }

    private static List<HistoryChoices.Branch> branches(Handle handle, Project project, long seriesId) {
        return handle.createQuery("""
            select b.branch_id as id, b.name, b.pull_request, count(*) as runs
            from point p
                join run r on r.project_id = p.project_id and r.run_id = p.run_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
            where p.project_id = :projectId and p.series_id = :seriesId and %s
            group by b.branch_id, b.name, b.pull_request
            order by (b.name = :baseBranch and b.pull_request is null) desc, max(r.uploaded_at) desc, b.name
            limit 200
            """.formatted(DrawnRuns.CONDITION))
                .bind("projectId", project.id())
                .bind("seriesId", seriesId)
                .bind("baseBranch", project.baseBranch())
                .map(ConstructorMapper.of(HistoryChoices.Branch.class))
                .list();
    }

    private static List<SeriesIdentity> siblings(Handle handle, long projectId, Placed placed) {
        return handle.createQuery("""
            select %s
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where s.project_id = :projectId and s.benchmark_id = :benchmarkId and s.environment_id = :environmentId
                and s.series_id <> :seriesId
            order by (s.metric = 'score') desc, s.metric, s.series_id
            limit 60
            """.formatted(SeriesIdentity.COLUMNS))
                .bind("projectId", projectId)
                .bind("benchmarkId", placed.series().benchmarkId())
                .bind("environmentId", placed.environmentId())
                .bind("seriesId", placed.series().seriesId())
                .map((row, context) -> SeriesIdentity.of(row))
                .list();
    }

    private static Map<String, Long> elsewhere(Handle handle, long projectId, Placed placed) {
        return handle.createQuery("""
            select n.label, s.series_id
            from series s
                join environment n on n.project_id = s.project_id and n.environment_id = s.environment_id
            where s.project_id = :projectId and s.benchmark_id = :benchmarkId and s.metric = :metric
                and s.environment_id <> :environmentId
            order by n.label, s.series_id
            """)
                .bind("projectId", projectId)
                .bind("benchmarkId", placed.series().benchmarkId())
                .bind("metric", placed.series().metric())
                .bind("environmentId", placed.environmentId())
                .reduceRows(new LinkedHashMap<>(), (series, row) -> {
                    series.put(row.getColumn("label", String.class), row.getColumn("series_id", Long.class));
                    return series;
                });
    }

    /** The series of the same metric right before and right after in the order of the overview's list. */
    private static List<Neighbour> neighbours(Handle handle, long projectId, Placed placed) {
        return handle.createQuery("""
            with listed as (
                select s.series_id, row_number() over (
                    order by b.name, b.params::text, b.mode, b.threads, s.series_id) as place
                from series s
                    join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = :metric
                    and %s),
            here as (select place from listed where series_id = :seriesId)
            select %s, listed.place < here.place as before
            from here
                join listed on listed.place in (here.place - 1, here.place + 1)
                join series s on s.project_id = :projectId and s.series_id = listed.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            """.formatted(SeriesIdentity.HAS_POINTS, SeriesIdentity.COLUMNS))
                .bind("projectId", projectId)
                .bind("environmentId", placed.environmentId())
                .bind("metric", placed.series().metric())
                .bind("seriesId", placed.series().seriesId())
                .map((row, context) -> new Neighbour(SeriesIdentity.of(row), row.getBoolean("before")))
                .list();
    }
}
