package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.project.Project;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a project has histories of. */
public final class HistoryChoiceQueries {

    private final Database database;

    public HistoryChoiceQueries(Database database) {
        this.database = database;
    }

    /** The environments that have runs, and the branches of one of them: the one asked for, otherwise the one used last. */
    public HistoryChoices choices(Project project, String environment) {
        return database.read(handle -> {
            List<HistoryChoices.Environment> environments = environments(handle, project.id());
            Optional<HistoryChoices.Environment> chosen = environments.stream()
                    .filter(candidate -> candidate.label().equals(environment))
                    .findFirst()
                    .or(() -> environments.stream().findFirst());
            return new HistoryChoices(
                    environments,
                    chosen.isEmpty()
                            ? List.of()
                            : branches(handle, project, chosen.get().id()));
        });
    }

    static List<HistoryChoices.Environment> environments(Handle handle, long projectId) {
        return handle.createQuery("""
            select e.environment_id as id, e.label, count(*) as runs
            from environment e
                join run r on r.project_id = e.project_id and r.environment_id = e.environment_id
            where e.project_id = :projectId
            group by e.environment_id, e.label
            order by max(r.uploaded_at) desc, e.label
            """)
                .bind("projectId", projectId)
                .map(ConstructorMapper.of(HistoryChoices.Environment.class))
                .list();
    }

    static List<HistoryChoices.Branch> branches(Handle handle, Project project, long environmentId) {
        return handle.createQuery("""
            select b.branch_id as id, b.name, b.pull_request, count(*) as runs
            from branch b
                join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
            where b.project_id = :projectId and r.environment_id = :environmentId and %s
            group by b.branch_id, b.name, b.pull_request
            order by (b.name = :baseBranch and b.pull_request is null) desc, max(r.uploaded_at) desc, b.name
            limit 200
            """.formatted(DrawnRuns.CONDITION))
                .bind("projectId", project.id())
                .bind("environmentId", environmentId)
                .bind("baseBranch", project.baseBranch())
                .map(ConstructorMapper.of(HistoryChoices.Branch.class))
                .list();
    }
}
