package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MeasuredSide;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.json.Json;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What judged runs were compared with. */
public final class Baselines {

    private final Database database;

    public Baselines(Database database) {
        this.database = database;
    }

    /** The baseline of one run; empty for a run of the base branch, which continues a segment, and for one that is not judged yet. */
    public Optional<Baseline> of(long projectId, long runId) {
        return database.read(handle -> of(handle, projectId, runId));
    }

    public static Optional<Baseline> of(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select baseline from run where project_id = :projectId and run_id = :runId and baseline is not null
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(String.class)
                .findFirst()
                .map(column -> Json.read(column, Baseline.class));
    }

    /** Writes what a run was compared with, and how the observed machine differed there. */
    static void record(Handle handle, RunToJudge run, Baseline baseline, List<Long> pooled) {
        Baseline whole =
                baseline.with(pooled, ObservedDifference.between(handle, run.projectId(), baseline.run(), run.runId()));
        handle.createUpdate("""
            update run set baseline = cast(:baseline as jsonb) where project_id = :projectId and run_id = :runId
            """)
                .bind("baseline", StoredJson.text(whole))
                .bind("projectId", run.projectId())
                .bind("runId", run.runId())
                .execute();
    }

    /**
     * Which benchmarks have a number on one side of a run's comparison only. A run of the base branch is compared with the commit that was
     * measured before it, and lacks what that one has and what is known to be missing since an earlier one.
     */
    public BenchmarkChanges changes(long projectId, long runId) {
        return database.read(handle -> changes(handle, projectId, runId));
    }

    private static BenchmarkChanges changes(Handle handle, long projectId, long runId) {
        MeasuredSides sides = new MeasuredSides(handle, projectId);
        ComparedRuns compared = ComparedRuns.of(handle, projectId, runId);
        MeasuredSide after = sides.of(compared.after());
        MeasuredSide before = sides.of(compared.before(), compared.known());
        Set<BenchmarkId> added = new HashSet<>();
        if (!before.metrics().isEmpty()) {
            added.addAll(after.metrics().keySet());
            added.removeAll(before.metrics().keySet());
            added.removeAll(before.failed());
            added.removeAll(sides.compared(runId));
        }
        List<Absence> absences = after.lacking(before);
        return new BenchmarkChanges(
                added.stream().sorted(Comparator.comparing(BenchmarkId::key)).toList(),
                absences,
                absences.isEmpty() ? Map.of() : new Removals(handle, projectId).of(runId));
    }
}
