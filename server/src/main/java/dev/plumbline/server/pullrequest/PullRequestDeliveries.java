package dev.plumbline.server.pullrequest;

import dev.plumbline.server.queue.Deliveries;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Requests that a pull request's comment and check be brought up to date, if the project is bound to a repository. */
public final class PullRequestDeliveries {

    /** The kind of these deliveries; the key is the pull request's number. */
    public static final String KIND = "pull-request";

    /** The field of the subject with the pull request's number. */
    public static final String NUMBER = "pullRequest";

    private PullRequestDeliveries() {}

    /** Requests it for one pull request. */
    public static void enqueue(Handle handle, long projectId, int number) {
        Optional<ForgeBinding> binding = ForgeBindings.find(handle, projectId);
        if (binding.isPresent()) {
            String key = Integer.toString(number);
            Deliveries.enqueue(handle, projectId, KIND, key, binding.get().target(number), Map.of(NUMBER, key));
        }
    }

    /** Requests it for the pull request of a run; does nothing if the run has none. */
    public static void runChanged(Handle handle, long projectId, long runId) {
        handle.createQuery("""
            select branch.pull_request
            from run join branch using (project_id, branch_id)
            where run.project_id = :projectId and run.run_id = :runId and branch.pull_request is not null
                and run.role = 'measurement'
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(number -> enqueue(handle, projectId, number));
    }

    /** Requests it for all open pull requests, for example when the policy that their checks follow has changed. */
    public static void allOpen(Handle handle, long projectId) {
        handle.createQuery("""
            select number
            from pull_request
            where project_id = :projectId and state = 'open'
            order by updated_at desc, number desc
            limit :limit
            """)
                .bind("projectId", projectId)
                .bind("limit", PullRequests.MOST_OPEN)
                .mapTo(Integer.class)
                .list()
                .forEach(number -> enqueue(handle, projectId, number));
    }
}
