package dev.plumbline.server.regression;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Records what happens to regressions, in the transaction in which it happens, and calls the listeners. */
public final class RegressionEvents {

    private final List<RegressionListener> listeners;

    /**
     * The events with their listeners.
     *
     * @param listeners are called for each event, in this order
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
            Optional<RegressionState> from,
            RegressionState to,
            String note) {
        record(handle, projectId, regressionId, RegressionEvent.DETECTOR, kind, from, to, note);
    }

    /** Writes an event. */
    void record(
            Handle handle,
            long projectId,
            long regressionId,
            String who,
            RegressionEvent.Kind kind,
            Optional<RegressionState> from,
            RegressionState to,
            String note) {
        long id = handle.createQuery("""
            insert into regression_event (project_id, regression_id, who, event, from_state, to_state, note)
            values (:projectId, :regressionId, :who, :event, :from, :to, :note)
            returning event_id
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .bind("who", who)
                .bind("event", kind.label())
                .bind("from", from.map(RegressionState::label))
                .bind("to", to.label())
                .bind("note", note)
                .mapTo(long.class)
                .one();
        RegressionEvent event = new RegressionEvent(id, regressionId, who, kind, from, to, note);
        for (RegressionListener listener : listeners) {
            listener.happened(handle, projectId, event);
        }
    }
}
