package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.regression.RegressionEvent.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The regressions and improvements of one environment on the base branch. */
public final class RegressionStore {

    private final Handle handle;
    private final RunToJudge run;
    private final RegressionEvents events;
    private final List<Happened> happened = new ArrayList<>();

    /** An event that is written once the series of all regressions are attached, for those who are told of it. */
    private record Happened(long id, Kind kind, Optional<String> from, String to, String note) {}

    public RegressionStore(Handle handle, RunToJudge run, RegressionEvents events) {
        this.handle = handle;
        this.run = run;
        this.events = events;
    }

    /**
     * Brings the rows in line with the groups. A group found again keeps its row and so whatever people attached to it;
     * a row whose group is gone is retracted. Each change is an event.
     *
     * @param ofSeries the groups of series that moved by themselves
     * @param ofSuite the shifts that all benchmarks share
     * @param places where the runs stand
     */
    public void replace(List<RegressionGroup> ofSeries, List<RegressionGroup> ofSuite, RunPlaces places)
            throws SQLException {
        List<KnownRegression> known = KnownRegression.lock(handle, run);
        replace("series", ofSeries, known, places);
        replace("suite", ofSuite, known, places);
        for (Happened one : happened) {
            events.byDetector(handle, run.projectId(), one.id(), one.kind(), one.from(), one.to(), one.note());
        }
    }

    private void replace(String kind, List<RegressionGroup> groups, List<KnownRegression> all, RunPlaces places)
            throws SQLException {
        List<KnownRegression> known =
                all.stream().filter(one -> one.kind().equals(kind)).toList();
        RegressionMatching matching = RegressionMatching.of(groups, known, places);
        RegressionMembers members = new RegressionMembers(handle, run);
        Set<Long> found = new HashSet<>();
        long[] ids = new long[groups.size()];
        for (int i = 0; i < ids.length; i++) {
            RegressionGroup group = groups.get(i);
            Optional<KnownRegression> before = matching.known().get(i);
            ids[i] = before.isPresent() ? update(before.get(), group) : open(group, kind);
            found.add(ids[i]);
            members.attach(ids[i], group, kind);
        }
        for (KnownRegression one : known) {
            if (!one.retracted() && !found.contains(one.id())) {
                Integer group = matching.absorbedBy().get(one.id());
                retract(one, group == null ? "" : "It is part of regression " + ids[group] + " now.");
            }
        }
    }

    private long open(RegressionGroup group, String kind) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into regression (project_id, environment_id, branch_id, kind, worse, first_run_id, run_id, previous_run_id,
                state, fixed_run_id, series_ids, confirmed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? then now() end)
            returning regression_id, status
            """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, run.environmentId());
            statement.setLong(3, run.baseBranchId());
            statement.setString(4, kind);
            statement.setBoolean(5, group.worse());
            bind(statement, 6, group);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long id = rows.getLong(1);
                event(id, Kind.OPENED, Optional.empty(), rows.getString(2), "");
                return id;
            }
        }
    }

    private long update(KnownRegression before, RegressionGroup group) throws SQLException {
        boolean comesBack = before.fixed() && !group.state().equals("fixed");
        boolean stays = before.state().equals(group.state())
                && before.runId() == group.runId()
                && before.previousRunId() == group.latest().previousRunId()
                && before.fixedRunId().equals(group.fixedRunId())
                && before.series().equals(Set.of(RegressionMembers.series(group)));
        if (stays) {
            return before.id();
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            update regression
            set first_run_id = ?, run_id = ?, previous_run_id = ?, state = ?, fixed_run_id = ?, series_ids = ?,
                confirmed_at = coalesce(confirmed_at, case when ? then now() end),
                reopened = ?,
                decision = case when ? and decision in ('acknowledged', 'fixed') then null else decision end,
                updated_at = now()
            where project_id = ? and regression_id = ?
            returning status
            """)) {
            int next = bind(statement, 1, group);
            statement.setBoolean(
                    next, comesBack || (before.reopened() && !group.state().equals("fixed")));
            statement.setBoolean(next + 1, comesBack);
            statement.setLong(next + 2, run.projectId());
            statement.setLong(next + 3, before.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                changed(before, group, rows.getString(1));
            }
        }
        return before.id();
    }

    /** Sets what a group says: seven parameters. */
    private int bind(PreparedStatement statement, int first, RegressionGroup group) throws SQLException {
        statement.setLong(first, group.occurrences().getFirst().runId());
        statement.setLong(first + 1, group.runId());
        statement.setLong(first + 2, group.latest().previousRunId());
        statement.setString(first + 3, group.state());
        if (group.fixedRunId().isPresent()) {
            statement.setLong(first + 4, group.fixedRunId().get());
        } else {
            statement.setNull(first + 4, Types.BIGINT);
        }
        statement.setArray(first + 5, handle.getConnection().createArrayOf("bigint", RegressionMembers.series(group)));
        statement.setBoolean(first + 6, group.confirmed());
        return first + 7;
    }

    private void changed(KnownRegression before, RegressionGroup group, String status) throws SQLException {
        if (!before.state().equals(group.state())) {
            event(before.id(), kind(before, group.state()), Optional.of(before.status()), status, "");
        } else if (before.runId() != group.runId()
                || before.previousRunId() != group.latest().previousRunId()) {
            String range =
                    "after " + commit(group.latest().previousRunId()) + ", up to and with " + commit(group.runId());
            event(before.id(), Kind.MOVED, Optional.of(before.status()), status, range);
        }
    }

    private static Kind kind(KnownRegression before, String state) {
        return switch (state) {
            case "fixed" -> Kind.FIXED;
            case "confirmed" -> before.fixed() ? Kind.REOPENED : Kind.CONFIRMED;
            default -> before.fixed() || before.retracted() ? Kind.REOPENED : Kind.SUSPECTED;
        };
    }

    private void retract(KnownRegression before, String note) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update regression
            set state = 'retracted', fixed_run_id = null, reopened = false, updated_at = now()
            where project_id = ? and regression_id = ?
            returning status
            """)) {
            statement.setLong(1, run.projectId());
            statement.setLong(2, before.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                event(before.id(), Kind.RETRACTED, Optional.of(before.status()), rows.getString(1), note);
            }
        }
    }

    private void event(long id, Kind kind, Optional<String> from, String to, String note) throws SQLException {
        happened.add(new Happened(id, kind, from, to, note));
    }

    private String commit(long runId) throws SQLException {
        return Query.of(handle, "select sha from run where project_id = ? and run_id = ?")
                .with(run.projectId())
                .with(runId)
                .first(row -> row.getString(1))
                .map(sha -> sha.substring(0, Math.min(8, sha.length())))
                .orElseThrow();
    }
}
