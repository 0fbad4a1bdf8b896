package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks for what didn't arrive, and for what has returned: runs that a watch expects, and benchmarks that an environment's runs used
 * to have. Each project has a transaction of its own, and only one server at a time checks a project.
 */
public final class Watchdog {

    private final Database database;

    public Watchdog(Database database) {
        this.database = database;
    }

    /**
     * Checks once. A project whose transaction fails doesn't stop the others.
     *
     * @param uploadsWithin benchmarks are checked where something was uploaded this recently; elsewhere nothing has changed
     * @throws StoreException the first failure, after all projects were checked
     */
    public void look(Duration uploadsWithin) {
        List<StoreException> failures = new ArrayList<>();
        for (long projectId : projects(uploadsWithin)) {
            try {
                look(projectId, uploadsWithin);
            } catch (StoreException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void look(long projectId, Duration uploadsWithin) {
        database.execute(handle -> {
            if (alone(handle, projectId)) {
                new OverdueRuns(handle, projectId).look();
                new VanishedBenchmarks(handle, projectId).look(uploadsWithin);
            }
        });
    }

    private List<Long> projects(Duration uploadsWithin) {
        return database.read(handle -> handle.createQuery("""
            select p.project_id
            from project p
            where exists (select from watch w where w.project_id = p.project_id)
                or exists (
                    select from run r
                    where r.project_id = p.project_id
                        and r.uploaded_at > now() - :withinMillis * interval '1 millisecond')
            order by p.project_id
            """)
                .bind("withinMillis", uploadsWithin.toMillis())
                .map((row, context) -> row.getLong("project_id"))
                .list());
    }

    /** Whether this transaction is the one that checks the project; until it ends, no other does. */
    private static boolean alone(Handle handle, long projectId) {
        return handle.createQuery("""
            select pg_try_advisory_xact_lock(
                hashtextextended('plumbline watchdog ' || cast(:projectId as bigint), 0)) as alone
            """)
                .bind("projectId", projectId)
                .map((row, context) -> row.getBoolean("alone"))
                .findFirst()
                .orElse(false);
    }
}
