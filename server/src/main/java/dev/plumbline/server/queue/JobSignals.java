package dev.plumbline.server.queue;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What servers on one database tell each other at the moment of the commit: that a job is waiting. It only saves time:
 * a server that misses a signal finds the job when it next looks for one.
 */
public final class JobSignals {

    /** The channel of LISTEN and NOTIFY. */
    static final String CHANNEL = "plumbline_job";

    /** How long the listener may take to see that it should end. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Database database;

    public JobSignals(Database database) {
        this.database = database;
    }

    /**
     * Listens, on a connection of its own, until it should end.
     *
     * @param heard called after each wait in which a signal arrived
     * @throws StoreException {@code database-unreachable} when there is no connection or it breaks
     */
    public void listen(BooleanSupplier end, Runnable heard) {
        try (Connection connection = database.unpooled()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!end.getAsBoolean()) {
                PGNotification[] signals = listening.getNotifications((int) LOOK.toMillis());
                if (signals != null && signals.length > 0) {
                    heard.run();
                }
            }
        } catch (SQLException e) {
            throw new StoreException("database-unreachable", "The connection that listens for jobs broke", e);
        }
    }
}
