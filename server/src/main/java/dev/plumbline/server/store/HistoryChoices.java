package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The environments and branches that a reader can look at, the latest used first.
 *
 * @param environments the project's environments that have runs
 * @param branches the branches that have runs in the chosen environment, the base branch first
 */
public record HistoryChoices(List<Environment> environments, List<Branch> branches) {

    /**
     * Where runs are comparable with each other.
     *
     * @param id the key
     * @param label the user's label
     * @param runs how many runs it has
     */
    public record Environment(long id, String label, long runs) {}

    /**
     * A named line of commits.
     *
     * @param id the key
     * @param name the name
     * @param pullRequest the forge's number, where the branch is a pull request's head
     * @param runs how many runs it has in the chosen environment
     */
    public record Branch(long id, String name, OptionalInt pullRequest, long runs) {}

    static List<Environment> environments(Connection connection, long projectId) throws SQLException {
        return Query.of(connection, """
            select e.environment_id, e.label, count(*) as runs
            from environment e
                join run r on r.project_id = e.project_id and r.environment_id = e.environment_id
            where e.project_id = ?
            group by e.environment_id, e.label
            order by max(r.uploaded_at) desc, e.label
            """)
                .with(projectId)
                .list(row ->
                        new Environment(row.getLong("environment_id"), row.getString("label"), row.getLong("runs")));
    }

    /** Of a row with {@code branch_id, name, pull_request, runs}. */
    static Branch branch(ResultSet row) throws SQLException {
        int pullRequest = row.getInt("pull_request");
        OptionalInt number = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(pullRequest);
        return new Branch(row.getLong("branch_id"), row.getString("name"), number, row.getLong("runs"));
    }

    static List<Branch> branches(Connection connection, Project project, long environmentId) throws SQLException {
        return Query.of(connection, """
            select b.branch_id, b.name, b.pull_request, count(*) as runs
            from branch b
                join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
            where b.project_id = ? and r.environment_id = ? and %s
            group by b.branch_id, b.name, b.pull_request
            order by (b.name = ? and b.pull_request is null) desc, max(r.uploaded_at) desc, b.name
            limit 200
            """.formatted(DrawnRuns.CONDITION))
                .with(project.id())
                .with(environmentId)
                .with(project.baseBranch())
                .list(HistoryChoices::branch);
    }
}
