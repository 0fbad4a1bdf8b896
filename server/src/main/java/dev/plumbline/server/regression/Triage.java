package dev.plumbline.server.regression;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.regression.RegressionEvent.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people do with regressions. Each act is an event, written in the same transaction. */
public final class Triage {

    /** What people decide of a regression. */
    public enum Decision {
        /** It is known, and somebody sees to it. */
        ACKNOWLEDGED(Kind.ACKNOWLEDGED),
        /** It is wanted: the new level is the baseline. */
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
    }

    private final Database database;
    private final RegressionEvents events;

    /**
     * Triage.
     *
     * @param events writes down what people do
     */
    public Triage(Database database, RegressionEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Decides, in the place of an earlier decision.
     *
     * @param who who decides
     * @param decision empty takes an earlier one back, so that the regression is as the detector says again
     * @param note why, may be empty
     * @return false when the project has no such regression
     */
    public boolean decide(long projectId, long regressionId, String who, Optional<Decision> decision, String note) {
        String label = decision.map(Decision::label).orElse("");
        return change(
                projectId, regressionId, who, decision.map(made -> made.kind).orElse(Kind.REOPENED), note, """
                update regression
                set decision = nullif(?, ''), updated_at = now()
                where project_id = ? and regression_id = ?
                returning status
                """, label);
    }

    /**
     * Says who is to look at it.
     *
     * @param who who says so
     * @param assignee the person, empty for nobody
     * @return false when the project has no such regression
     */
    public boolean assign(long projectId, long regressionId, String who, String assignee) {
        return change(projectId, regressionId, who, Kind.ASSIGNED, assignee, """
                update regression
                set assignee = nullif(?, ''), updated_at = now()
                where project_id = ? and regression_id = ?
                returning status
                """, assignee);
    }

    /**
     * Adds a remark.
     *
     * @param who who remarks
     * @param note the remark
     * @return false when the project has no such regression
     */
    public boolean note(long projectId, long regressionId, String who, String note) {
        return change(projectId, regressionId, who, Kind.NOTED, note, """
                select status
                from regression
                where ? <> '' and project_id = ? and regression_id = ?
                """, note);
    }

    private boolean change(
            long projectId, long regressionId, String who, Kind kind, String note, String sql, String value) {
        return database.transaction(handle -> {
            Optional<String> before = lock(handle, projectId, regressionId);
            if (before.isEmpty()) {
                return false;
            }
            try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                statement.setString(1, value);
                statement.setLong(2, projectId);
                statement.setLong(3, regressionId);
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        events.record(handle, projectId, regressionId, who, kind, before, rows.getString(1), note);
                    }
                }
            }
            return true;
        });
    }

    private static Optional<String> lock(Handle handle, long projectId, long regressionId) throws SQLException {
        return Query.of(handle, """
                        select status from regression where project_id = ? and regression_id = ? for no key update
                        """).with(projectId).with(regressionId).first(row -> row.getString(1));
    }
}
