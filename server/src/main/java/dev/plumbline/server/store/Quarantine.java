package dev.plumbline.server.store;

import java.sql.PreparedStatement;

/** Which projects take uploads of somebody without a token, to be judged and never trusted. */
public final class Quarantine {

    private final Database database;

    public Quarantine(Database database) {
        this.database = database;
    }

    /** Whether a project takes them. */
    public boolean allowed(long projectId) {
        return database.read(connection -> Query.of(connection, "select quarantine from project where project_id = ?")
                .with(projectId)
                .first(row -> row.getBoolean("quarantine"))
                .orElse(false));
    }

    /** Lets a project take them, or no more. */
    public void allow(long projectId, boolean allowed) {
        database.execute(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update project set quarantine = ? where project_id = ?")) {
                statement.setBoolean(1, allowed);
                statement.setLong(2, projectId);
                statement.executeUpdate();
            }
        });
    }
}
