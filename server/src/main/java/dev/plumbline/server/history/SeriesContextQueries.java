package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.project.Project;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the page of a series shows besides the history. */
public final class SeriesContextQueries {

    private final Database database;

    public SeriesContextQueries(Database database) {
        this.database = database;
    }

    /** The surroundings of a series, empty when the project has no such series. */
    public Optional<SeriesContext> load(Project project, long seriesId) {
        return database.read(handle -> {
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

    private static Optional<Placed> series(Handle handle, long projectId, long seriesId) throws SQLException {
        return Query.of(handle, """
            select s.series_id, s.benchmark_id, s.metric, s.unit, s.direction, b.name, b.mode, b.threads,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values,
                n.environment_id, n.label
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                join environment n on n.project_id = s.project_id and n.environment_id = s.environment_id
            where s.project_id = ? and s.series_id = ?
            """)
                .with(projectId)
                .with(seriesId)
                .first(row ->
                        new Placed(SeriesIdentity.of(row), row.getLong("environment_id"), row.getString("label")));
    }

    private static List<HistoryChoices.Branch> branches(Handle handle, Project project, long seriesId)
            throws SQLException {
        return Query.of(handle, """
            select b.branch_id, b.name, b.pull_request, count(*) as runs
            from point p
                join run r on r.project_id = p.project_id and r.run_id = p.run_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
            where p.project_id = ? and p.series_id = ? and %s
            group by b.branch_id, b.name, b.pull_request
            order by (b.name = ? and b.pull_request is null) desc, max(r.uploaded_at) desc, b.name
            limit 200
            """.formatted(DrawnRuns.CONDITION))
                .with(project.id())
                .with(seriesId)
                .with(project.baseBranch())
                .list(HistoryChoices::branch);
    }

    private static List<SeriesIdentity> siblings(Handle handle, long projectId, Placed placed) throws SQLException {
        return Query.of(handle, """
            select s.series_id, s.benchmark_id, s.metric, s.unit, s.direction, b.name, b.mode, b.threads,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where s.project_id = ? and s.benchmark_id = ? and s.environment_id = ? and s.series_id <> ?
            order by (s.metric = 'score') desc, s.metric, s.series_id
            limit 60
            """)
                .with(projectId)
                .with(placed.series().benchmarkId())
                .with(placed.environmentId())
                .with(placed.series().seriesId())
                .list(SeriesIdentity::of);
    }

    private static Map<String, Long> elsewhere(Handle handle, long projectId, Placed placed) throws SQLException {
        Map<String, Long> series = new LinkedHashMap<>();
        Query.of(handle, """
            select n.label, s.series_id
            from series s
                join environment n on n.project_id = s.project_id and n.environment_id = s.environment_id
            where s.project_id = ? and s.benchmark_id = ? and s.metric = ? and s.environment_id <> ?
            order by n.label, s.series_id
            """)
                .with(projectId)
                .with(placed.series().benchmarkId())
                .with(placed.series().metric())
                .with(placed.environmentId())
                .list(row -> Map.entry(row.getString("label"), row.getLong("series_id")))
                .forEach(entry -> series.put(entry.getKey(), entry.getValue()));
        return series;
    }

    /** The series of the same metric right before and right after in the order of the overview's list. */
    private static List<Neighbour> neighbours(Handle handle, long projectId, Placed placed) throws SQLException {
        return Query.of(handle, """
            with listed as (
                select s.series_id, row_number() over (
                    order by b.name, b.params::text, b.mode, b.threads, s.series_id) as place
                from series s
                    join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                where s.project_id = ? and s.environment_id = ? and s.metric = ?),
            here as (select place from listed where series_id = ?)
            select s.series_id, s.benchmark_id, s.metric, s.unit, s.direction, b.name, b.mode, b.threads,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values,
                listed.place < here.place as before
            from here
                join listed on listed.place in (here.place - 1, here.place + 1)
                join series s on s.project_id = ? and s.series_id = listed.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            """)
                .with(projectId)
                .with(placed.environmentId())
                .with(placed.series().metric())
                .with(placed.series().seriesId())
                .with(projectId)
                .list(row -> new Neighbour(SeriesIdentity.of(row), row.getBoolean("before")));
    }
}
