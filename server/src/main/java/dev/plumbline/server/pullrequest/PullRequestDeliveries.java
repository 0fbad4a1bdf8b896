package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Query;
import dev.plumbline.server.queue.Deliveries;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Asks for a pull request's comment and check to be brought up to date, where the project is bound to a repository. */
public final class PullRequestDeliveries {

    /** The kind of these deliveries; the key is the pull request's number. */
    public static final String KIND = "pull-request";

    /** The field of the subject with the pull request's number. */
    public static final String NUMBER = "pullRequest";

    private PullRequestDeliveries() {}

    /** Asks for one pull request. */
    static void enqueue(Handle handle, long projectId, int number) throws SQLException {
        Optional<ForgeBinding> binding = ForgeBindings.find(handle, projectId);
        if (binding.isPresent()) {
            String key = Integer.toString(number);
            Deliveries.enqueue(handle, projectId, KIND, key, binding.get().target(number), Map.of(NUMBER, key));
        }
    }

    /** Asks for the pull request that a run is of; nothing where it is of none. */
    public static void runChanged(Handle handle, long projectId, long runId) throws SQLException {
        Optional<Integer> number =
                Query.of(handle, """
                    select branch.pull_request
                    from run join branch using (project_id, branch_id)
                    where run.project_id = ? and run.run_id = ? and branch.pull_request is not null
                        and run.role = 'measurement'
                    """).with(projectId).with(runId).first(row -> row.getInt("pull_request"));
        if (number.isPresent()) {
            enqueue(handle, projectId, number.get());
        }
    }

    /** Asks for all open pull requests, as when the policy that their checks follow has changed. */
    public static void allOpen(Handle handle, long projectId) throws SQLException {
        for (int number : Query.of(handle, """
            select number
            from pull_request
            where project_id = ? and state = 'open'
            order by updated_at desc, number desc
            limit ?
            """)
                .with(projectId)
                .with(PullRequests.MOST_OPEN)
                .list(row -> row.getInt("number"))) {
            enqueue(handle, projectId, number);
        }
    }
}
