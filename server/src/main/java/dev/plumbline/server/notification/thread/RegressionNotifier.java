package dev.plumbline.server.notification.thread;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionListener;
import dev.plumbline.server.regression.RegressionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Notifies the rules of a project about what happens to its regressions. */
public final class RegressionNotifier implements RegressionListener {

    private static final Set<RegressionState> SETTLED = Set.of(RegressionState.EXPECTED, RegressionState.FALSE_ALARM);

    @Override
    public void happened(Handle handle, long projectId, RegressionEvent event) {
        boolean byPeople = !event.who().equals(RegressionEvent.DETECTOR);
        if (!byPeople && SETTLED.contains(event.to())) {
            return;
        }
        String note = byPeople ? event.who() + (event.note().isEmpty() ? "" : ": " + event.note()) : "";
        boolean suspicion = !byPeople && suspected(handle, projectId, event.regressionId());
        for (NotificationEvent told : told(event, suspicion)) {
            Notifier.ofRegression(handle, projectId, event.regressionId(), told, note);
        }
    }

    /** Whether the detector is not sure of it (yet, or again). */
    private static boolean suspected(Handle handle, long projectId, long regressionId) {
        return handle.createQuery("""
            select state from regression where project_id = :projectId and regression_id = :regressionId
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) ->
                        Columns.constant(row, "state", DetectorState::ofLabel) == DetectorState.SUSPECTED)
                .findFirst()
                .orElse(false);
    }

    /**
     * The event that rules can select. A regression may be confirmed from the beginning; one that is back may be only suspected, and is
     * reported as back when that is confirmed.
     */
    private static List<NotificationEvent> told(RegressionEvent event, boolean suspicion) {
        return switch (event.kind()) {
            case OPENED -> {
                List<NotificationEvent> both = new ArrayList<>(List.of(NotificationEvent.OPENED));
                if (event.to() == RegressionState.CONFIRMED) {
                    both.add(NotificationEvent.CONFIRMED);
                }
                yield both;
            }
            case CONFIRMED ->
                List.of(
                        event.to() == RegressionState.REOPENED
                                ? NotificationEvent.REOPENED
                                : NotificationEvent.CONFIRMED);
            case RETRACTED -> List.of(NotificationEvent.RETRACTED);
            case FIXED -> List.of(NotificationEvent.FIXED);
            case REOPENED -> List.of(suspicion ? NotificationEvent.OPENED : NotificationEvent.REOPENED);
            case ACKNOWLEDGED, EXPECTED, FALSE_ALARM, ASSIGNED -> List.of(NotificationEvent.TRIAGED);
            case SUSPECTED, MOVED, NOTED -> List.of();
        };
    }
}
