package dev.plumbline.server.notification.feed;

import dev.plumbline.server.database.Database;
import java.util.Optional;

/** The secrets in the addresses of projects' feeds: one for each project, kept as a hash. */
public final class FeedKeys {

    private final Database database;

    public FeedKeys(Database database) {
        this.database = database;
    }

    /** Replaces the project's current key. */
    public void replace(long projectId, byte[] hash) {
        database.execute(handle -> handle.createUpdate("""
            insert into feed_key (project_id, hash) values (:projectId, :hash)
            on conflict (project_id) do update set hash = excluded.hash, created_at = now()
            """)
                .bind("projectId", projectId)
                .bind("hash", hash)
                .execute());
    }

    /** Revokes the project's key; false when it has none. */
    public boolean revoke(long projectId) {
        return database.transaction(handle -> handle.createUpdate("delete from feed_key where project_id = :projectId")
                        .bind("projectId", projectId)
                        .execute()
                == 1);
    }

    /** The hash of the project's key; empty when it has none. */
    public Optional<byte[]> hash(long projectId) {
        return database.read(handle -> handle.createQuery("select hash from feed_key where project_id = :projectId")
                .bind("projectId", projectId)
                .map((row, context) -> row.getBytes("hash"))
                .findFirst());
    }
}
