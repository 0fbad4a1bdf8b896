package dev.plumbline.server.regression;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.regression.RegressionEvent.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people do with regressions. Each action is an event, written in the same transaction. */
public final class Triage {

    /** What people decide about a regression. */
    public enum Decision {
        /** It is real, and somebody is looking into it. */
        ACKNOWLEDGED(Kind.ACKNOWLEDGED),
        /** It is intended: the new level is the baseline. */
        EXPECTED(Kind.EXPECTED),
        /** Nothing got worse. */
        FALSE_ALARM(Kind.FALSE_ALARM),
        /** It is fixed, whether or not the level came back. */
        FIXED(Kind.FIXED);

        private final Kind kind;

        Decision(Kind kind) {
            this.kind = kind;
        }

        /** Lower case with hyphens, as it is stored. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The decision of a label; empty where there is none such. */
        public static Optional<Decision> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(decision -> decision.label().equals(label))
                    .findFirst();
        }
    }

    private final Database database;
    private final RegressionEvents events;

    /**
     * Triage.
     *
     * @param events records what people do
     */
    public Triage(Database database, RegressionEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Decides on a regression. An earlier decision is replaced.
     *
     * @param who who decides
     * @param decision empty withdraws an earlier one, so that the detector's state applies again
     * @param note why, may be empty
     * @return false when the project has no such regression
     */
    public boolean decide(long projectId, long regressionId, String who, Optional<Decision> decision, String note) {
        return database.transaction(handle -> decide(handle, projectId, regressionId, who, decision, note));
    }

    /** Decides likewise, in a transaction of the caller. */
    public boolean decide(
            Handle handle, long projectId, long regressionId, String who, Optional<Decision> decision, String note) {
        String label = decision.map(Decision::label).orElse("");
        return change(
                handle,
                projectId,
                regressionId,
                who,
                decision.map(made -> made.kind).orElse(Kind.REOPENED),
                note,
                """
                update regression
                set decision = nullif(:value, ''), updated_at = now()
                where project_id = :projectId and regression_id = :regressionId
                returning status
                """,
                label);
    }

    /**
     * Assigns a regression to somebody.
     *
     * @param who who assigns it
     * @param assignee the person, empty for nobody
     * @return false when the project has no such regression
     */
    public boolean assign(long projectId, long regressionId, String who, String assignee) {
        return database.transaction(
                handle -> change(handle, projectId, regressionId, who, Kind.ASSIGNED, assignee, """
            update regression
            set assignee = nullif(:value, ''), updated_at = now()
            where project_id = :projectId and regression_id = :regressionId
            returning status
            """, assignee));
    }

    /**
     * Adds a note.
     *
     * @param who who writes it
     * @param note the note
     * @return false when the project has no such regression
     */
    public boolean note(long projectId, long regressionId, String who, String note) {
        return database.transaction(
                handle -> change(handle, projectId, regressionId, who, Kind.NOTED, note, """
            select status
            from regression
            where :value <> '' and project_id = :projectId and regression_id = :regressionId
            """, note));
    }

    private boolean change(
            Handle handle,
            long projectId,
            long regressionId,
            String who,
            Kind kind,
            String note,
            String sql,
            String value) {
        Optional<RegressionState> before = lock(handle, projectId, regressionId);
        if (before.isEmpty()) {
            return false;
        }
        Optional<RegressionState> after = handle.createQuery(sql)
                .bind("value", value)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) -> Columns.constant(row, "status", RegressionState::ofLabel))
                .findFirst();
        if (after.isPresent()) {
            events.record(handle, projectId, regressionId, who, kind, before, after.get(), note);
        }
        return true;
    }

    private static Optional<RegressionState> lock(Handle handle, long projectId, long regressionId) {
        return handle.createQuery("""
            select status from regression where project_id = :projectId
            and regression_id = :regressionId for no key update
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) -> Columns.constant(row, "status", RegressionState::ofLabel))
                .findFirst();
    }
}
