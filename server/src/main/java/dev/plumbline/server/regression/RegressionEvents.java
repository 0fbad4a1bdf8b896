package dev.plumbline.server.regression;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes down what happens to regressions, in the transaction that makes it happen, and tells those who listen. */
public final class RegressionEvents {

    private final List<RegressionListener> listeners;

    /**
     * The events with those who listen.
     *
     * @param listeners are told of each event in this order
     */
    public RegressionEvents(List<RegressionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Writes an event of the detector. */
    void byDetector(
            Handle handle,
            long projectId,
            long regressionId,
            RegressionEvent.Kind kind,
            Optional<String> from,
            String to,
            String note)
            throws SQLException {
        record(handle, projectId, regressionId, RegressionEvent.DETECTOR, kind, from, to, note);
    }

    /** Writes an event. */
    void record(
            Handle handle,
            long projectId,
            long regressionId,
            String who,
            RegressionEvent.Kind kind,
            Optional<String> from,
            String to,
            String note)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into regression_event (project_id, regression_id, who, event, from_state, to_state, note)
                values (?, ?, ?, ?, ?, ?, ?)
                returning event_id
                """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, regressionId);
            statement.setString(3, who);
            statement.setString(4, kind.label());
            statement.setString(5, from.orElse(null));
            statement.setString(6, to);
            statement.setString(7, note);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                RegressionEvent event = new RegressionEvent(rows.getLong(1), regressionId, who, kind, from, to, note);
                for (RegressionListener listener : listeners) {
                    listener.happened(handle, projectId, event);
                }
            }
        }
    }
}
