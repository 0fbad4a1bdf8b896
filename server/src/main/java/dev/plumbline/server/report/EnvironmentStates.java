package dev.plumbline.server.report;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.SuiteHistories;
import dev.plumbline.server.history.SuiteTrend;
import dev.plumbline.server.project.Project;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Reads how a project's environments are. */
public final class EnvironmentStates {

    /** More environments are not shown. */
    public static final int MOST = 50;

    private final Database database;

    public EnvironmentStates(Database database) {
        this.database = database;
    }

    /**
     * The environments in which the base branch was measured, the latest used first.
     *
     * @param drawn for how many of them the suite's history is read; it is empty for the others
     */
    public List<EnvironmentState> of(Project project, int drawn) {
        return database.read(handle -> {
            List<EnvironmentState> states = newest(handle, project);
            return IntStream.range(0, states.size())
                    .mapToObj(i -> i < drawn ? withSuite(handle, states.get(i)) : states.get(i))
                    .toList();
        });
    }

    private static EnvironmentState withSuite(Handle handle, EnvironmentState state) {
        return new EnvironmentState(state.scope(), state.last(), SuiteHistories.read(handle, state.scope()));
    }

    private static List<EnvironmentState> newest(Handle handle, Project project) {
        return handle.createQuery("""
            select e.environment_id, e.label as environment, b.branch_id, b.name as branch,
                r.run_id, r.uploaded_at, r.summary, r.absent, %s as status,
                c.sha, c.subject, c.author, c.committed_at
            from environment e
                join branch b
                    on b.project_id = e.project_id and b.name = :baseBranch and b.pull_request is null
                cross join lateral (
                    select *
                    from run n
                    where n.project_id = e.project_id and n.environment_id = e.environment_id
                        and n.branch_id = b.branch_id and n.baseline_eligible
                    order by n.uploaded_at desc, n.run_id desc
                    limit 1) as r
                join commit c on c.project_id = r.project_id and c.sha = r.sha
            where e.project_id = :projectId
            order by r.uploaded_at desc, e.label
            limit :most
            """.formatted(RunListing.STATUS))
                .bind("projectId", project.id())
                .bind("baseBranch", project.baseBranch())
                .bind("most", MOST)
                .map((row, context) -> new EnvironmentState(
                        new HistoryScope(project.id(), row.getLong("environment_id"), row.getLong("branch_id")),
                        RunListing.of(row),
                        SuiteTrend.empty()))
                .list();
    }
}
