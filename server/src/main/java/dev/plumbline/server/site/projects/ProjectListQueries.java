package dev.plumbline.server.site.projects;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the page of all projects shows. */
public final class ProjectListQueries {

    private final Database database;

    public ProjectListQueries(Database database) {
        this.database = database;
    }

    /**
     * One project.
     *
     * @param project the project
     * @param benchmarks how many benchmarks were measured on its base branch
     * @param lastRunAt when the last run was uploaded
     * @param openRegressions regressions that still need attention
     */
    public record Listing(Project project, long benchmarks, Optional<Instant> lastRunAt, long openRegressions) {}

    /** All projects, the one with the latest run first. */
    public List<Listing> all() {
        return database.read(handle -> handle.createQuery("""
            select p.project_id, p.slug, p.name, p.base_branch, p.visibility, p.created_at,
                (select count(distinct s.benchmark_id) from series s where s.project_id = p.project_id and %s) as benchmarks,
                (select max(r.uploaded_at) from run r where r.project_id = p.project_id) as last_run_at,
                (select count(*) from regression g
                 where g.project_id = p.project_id and g.worse and %s)
                    as open_regressions
            from project p
            order by last_run_at desc nulls last, p.name, p.slug
            """.formatted(SeriesIdentity.HAS_POINTS, RegressionFilter.IS_OPEN))
                .map((row, context) -> new Listing(
                        new Project(
                                row.getLong("project_id"),
                                row.getString("slug"),
                                row.getString("name"),
                                row.getString("base_branch"),
                                row.getString("visibility").equals("public"),
                                Columns.instant(row, "created_at").orElseThrow()),
                        row.getLong("benchmarks"),
                        Columns.instant(row, "last_run_at"),
                        row.getLong("open_regressions")))
                .list());
    }
}
