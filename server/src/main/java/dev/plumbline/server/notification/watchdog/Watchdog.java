package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks for what did not arrive, and for what is there again: runs that a watch expects, and benchmarks that an environment's runs used
 * to have. One transaction for each project; of several servers one looks at a project at a time.
 */
public final class Watchdog {

    private final Database database;

    public Watchdog(Database database) {
        this.database = database;
    }

    /**
     * Looks once. A project that cannot be looked at does not keep the others from it.
     *
     * @param uploadsWithin benchmarks are looked for where something was uploaded as lately as this; elsewhere nothing has changed
     * @throws StoreException the first failure, when all have been looked at
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
        return database.read(
                handle -> Query.of(handle, """
                    select p.project_id
                    from project p
                    where exists (select from watch w where w.project_id = p.project_id)
                        or exists (
                            select from run r
                            where r.project_id = p.project_id
                                and r.uploaded_at > now() - ? * interval '1 millisecond')
                    order by p.project_id
                    """).with(uploadsWithin.toMillis()).list(row -> row.getLong("project_id")));
    }

    /** Whether this transaction is the one that looks at the project; until its end no other is. */
    private static boolean alone(Handle handle, long projectId) throws SQLException {
        return Query.of(
                        handle,
                        "select pg_try_advisory_xact_lock(hashtextextended('plumbline watchdog ' || ?::bigint, 0)) as"
                                + " alone")
                .with(projectId)
                .first(row -> row.getBoolean("alone"))
                .orElse(false);
    }
}
