package dev.plumbline.server.report;

import dev.plumbline.analysis.format.threshold.PolicyJson;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** What projects want reported. */
public final class Policies {

    private final Database database;

    public Policies(Database database) {
        this.database = database;
    }

    /** A project's policy, or the default if it has set none. */
    public PullRequestPolicy of(long projectId) {
        return database.read(handle -> load(handle, projectId));
    }

    /** The same, on a connection that the caller holds. */
    static PullRequestPolicy load(Handle handle, long projectId) {
        return handle.createQuery("""
            select jsonb_build_object('comment', comment, 'check', reports_check, 'blocks', blocks, 'missing', missing,
                'suspicions', suspicions)::text as policy
            from policy
            where project_id = :projectId
            """)
                .bind("projectId", projectId)
                .map((row, context) -> read(row.getString("policy")))
                .findFirst()
                .orElse(PullRequestPolicy.DEFAULT);
    }

    /**
     * Replaces a project's policy, if it is what the caller expects. Open pull requests are updated
     * accordingly.
     *
     * @param expected whether the current policy may be replaced
     * @throws StoreException {@code precondition-failed} when it may not
     */
    public void replace(long projectId, PullRequestPolicy policy, Predicate<PullRequestPolicy> expected) {
        database.execute(handle -> {
            handle.createQuery("select 1 from project where project_id = :projectId for no key update")
                    .bind("projectId", projectId)
                    .mapTo(Integer.class)
                    .list();
            if (!expected.test(load(handle, projectId))) {
                throw new StoreException(
                        "precondition-failed",
                        "The policy was changed in the meantime. Read it again, then change it.");
            }
            handle.createUpdate("""
                insert into policy (project_id, comment, reports_check, blocks, missing, suspicions)
                select :projectId, policy ->> 'comment', (policy ->> 'check')::boolean, policy -> 'blocks',
                    policy ->> 'missing', policy ->> 'suspicions'
                from (select cast(:policy as jsonb) as policy) as given
                on conflict (project_id) do update set
                    comment = excluded.comment, reports_check = excluded.reports_check, blocks = excluded.blocks,
                    missing = excluded.missing, suspicions = excluded.suspicions, updated_at = now()
                """)
                    .bind("projectId", projectId)
                    .bind("policy", PolicyJson.write(policy))
                    .execute();
            PullRequestDeliveries.allOpen(handle, projectId);
        });
    }

    private static PullRequestPolicy read(String json) {
        try {
            return PolicyJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
