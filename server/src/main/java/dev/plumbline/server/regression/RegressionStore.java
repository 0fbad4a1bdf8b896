package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.regression.RegressionEvent.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The regressions and improvements of one environment on the base branch. */
public final class RegressionStore {

    private final Handle handle;
    private final RunToJudge run;
    private final RegressionEvents events;
    private final List<Happened> happened = new ArrayList<>();

    /** An event that is written after the series of all regressions are attached, because listeners read them. */
    private record Happened(long id, Kind kind, Optional<RegressionState> from, RegressionState to, String note) {}

    public RegressionStore(Handle handle, RunToJudge run, RegressionEvents events) {
        this.handle = handle;
        this.run = run;
        this.events = events;
    }

    /**
     * Brings the rows in line with the groups. A group that is found again keeps its row, and so what people decided about it.
     * A row whose group is gone is retracted. Each change is an event.
     *
     * @param ofSeries the groups of series that moved by themselves
     * @param ofSuite the shifts that all benchmarks share
     * @param places the places of the runs
     */
    public void replace(List<RegressionGroup> ofSeries, List<RegressionGroup> ofSuite, RunPlaces places) {
        List<KnownRegression> known = KnownRegression.lock(handle, run);
        replace(RegressionKind.SERIES, ofSeries, known, places);
        replace(RegressionKind.SUITE, ofSuite, known, places);
        for (Happened one : happened) {
            events.byDetector(handle, run.projectId(), one.id(), one.kind(), one.from(), one.to(), one.note());
        }
    }

    private void replace(
            RegressionKind kind, List<RegressionGroup> groups, List<KnownRegression> all, RunPlaces places) {
        List<KnownRegression> known =
                all.stream().filter(one -> one.kind() == kind).toList();
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
                retract(one, group == null ? "" : "It is now part of regression " + ids[group] + ".");
            }
        }
    }

    private long open(RegressionGroup group, RegressionKind kind) {
        Opened opened = bind(handle.createQuery("""
            insert into regression (project_id, environment_id, branch_id, kind, worse, first_run_id,
                run_id, previous_run_id, state, fixed_run_id, series_ids, confirmed_at)
            values (:projectId, :environmentId, :branchId, :kind, :worse, :firstRunId,
                :runId, :previousRunId, :state, :fixedRunId, :seriesIds,
                case when :confirmed then now() end)
            returning regression_id, status
            """), group)
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .bind("kind", kind.label())
                .bind("worse", group.worse())
                .map((row, context) -> new Opened(
                        row.getLong("regression_id"), Columns.constant(row, "status", RegressionState::ofLabel)))
                .one();
        event(opened.id(), Kind.OPENED, Optional.empty(), opened.status(), FoundAs.of(handle, run, group, kind));
        return opened.id();
    }

    private record Opened(long id, RegressionState status) {}

    private long update(KnownRegression before, RegressionGroup group) {
        boolean comesBack = before.fixed() && group.state() != DetectorState.FIXED;
        boolean stays = before.state() == group.state()
                && before.runId() == group.runId()
                && before.previousRunId() == group.latest().previousRunId()
                && before.fixedRunId().equals(group.fixedRunId())
                && before.series().equals(Set.copyOf(group.series()));
        if (stays) {
            return before.id();
        }
        RegressionState status = bind(handle.createQuery("""
            update regression
            set first_run_id = :firstRunId, run_id = :runId, previous_run_id = :previousRunId,
                state = :state, fixed_run_id = :fixedRunId, series_ids = :seriesIds,
                confirmed_at = coalesce(confirmed_at, case when :confirmed then now() end),
                reopened = :reopened,
                decision = case
                    when :comesBack and decision in ('acknowledged', 'fixed') then null
                    else decision
                end,
                updated_at = now()
            where project_id = :projectId and regression_id = :regressionId
            returning status
            """), group)
                .bind("reopened", comesBack || (before.reopened() && group.state() != DetectorState.FIXED))
                .bind("comesBack", comesBack)
                .bind("regressionId", before.id())
                .map((row, context) -> Columns.constant(row, "status", RegressionState::ofLabel))
                .one();
        changed(before, group, status);
        return before.id();
    }

    /** Binds what a group says. */
    private Query bind(Query statement, RegressionGroup group) {
        return statement
                .bind("projectId", run.projectId())
                .bind("firstRunId", group.occurrences().getFirst().runId())
                .bind("runId", group.runId())
                .bind("previousRunId", group.latest().previousRunId())
                .bind("state", group.state().label())
                .bind("fixedRunId", group.fixedRunId())
                .bindArray("seriesIds", Long.class, group.series())
                .bind("confirmed", group.confirmed());
    }

    private void changed(KnownRegression before, RegressionGroup group, RegressionState status) {
        if (before.state() != group.state()) {
            event(before.id(), kind(before, group.state()), Optional.of(before.status()), status, "");
        } else if (before.runId() != group.runId()
                || before.previousRunId() != group.latest().previousRunId()) {
            String range = "after " + commit(group.latest().previousRunId()) + ", up to and including "
                    + commit(group.runId());
            event(before.id(), Kind.MOVED, Optional.of(before.status()), status, range);
        }
    }

    private static Kind kind(KnownRegression before, DetectorState state) {
        return switch (state) {
            case FIXED -> Kind.FIXED;
            case CONFIRMED -> before.fixed() ? Kind.REOPENED : Kind.CONFIRMED;
            case SUSPECTED -> before.fixed() || before.retracted() ? Kind.REOPENED : Kind.SUSPECTED;
            case RETRACTED -> Kind.RETRACTED;
        };
    }

    private void retract(KnownRegression before, String note) {
        RegressionState status = handle.createQuery("""
            update regression
            set state = 'retracted', fixed_run_id = null, reopened = false, updated_at = now()
            where project_id = :projectId and regression_id = :regressionId
            returning status
            """)
                .bind("projectId", run.projectId())
                .bind("regressionId", before.id())
                .map((row, context) -> Columns.constant(row, "status", RegressionState::ofLabel))
                .one();
        event(before.id(), Kind.RETRACTED, Optional.of(before.status()), status, note);
    }

    private void event(long id, Kind kind, Optional<RegressionState> from, RegressionState to, String note) {
        happened.add(new Happened(id, kind, from, to, note));
    }

    private String commit(long runId) {
        return handle.createQuery("select sha from run where project_id = :projectId and run_id = :runId")
                .bind("projectId", run.projectId())
                .bind("runId", runId)
                .map((row, context) -> row.getString(1))
                .findFirst()
                .map(sha -> sha.substring(0, Math.min(8, sha.length())))
                .orElseThrow();
    }
}
