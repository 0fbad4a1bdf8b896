package dev.plumbline.server.notification.feed;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import java.sql.PreparedStatement;
import java.util.Optional;

/** The secrets in the addresses of projects' feeds: one for each project, kept as a hash. */
public final class FeedKeys {

    private final Database database;

    public FeedKeys(Database database) {
        this.database = database;
    }

    /** Puts a key in the place of the project's present one. */
    public void replace(long projectId, byte[] hash) {
        database.execute(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into feed_key (project_id, hash) values (?, ?)
                on conflict (project_id) do update set hash = excluded.hash, created_at = now()
                """)) {
                statement.setLong(1, projectId);
                statement.setBytes(2, hash);
                statement.executeUpdate();
            }
        });
    }

    /** Takes the project's key away; false when it has none. */
    public boolean revoke(long projectId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("delete from feed_key where project_id = ?")) {
                statement.setLong(1, projectId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** The hash of the project's key; empty when it has none. */
    public Optional<byte[]> hash(long projectId) {
        return database.read(handle -> Query.of(handle, "select hash from feed_key where project_id = ?")
                .with(projectId)
                .first(row -> row.getBytes("hash")));
    }
}
