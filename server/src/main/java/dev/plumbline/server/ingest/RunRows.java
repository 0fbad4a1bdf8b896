package dev.plumbline.server.ingest;

import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.server.audit.SetupJson;
import dev.plumbline.server.database.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the run that an upload is part of, or begins it. Uploads that name their run meet under that name. One that names none joins the
 * oldest such run of its commit that has none of its benchmarks yet: the files of one build find together, and measuring again begins
 * another run.
 */
final class RunRows {

    private final Handle handle;
    private final Upload upload;
    private final RunPlace place;

    RunRows(Handle handle, Upload upload, RunPlace place) {
        this.handle = handle;
        this.upload = upload;
        this.place = place;
    }

    /**
     * The run of an upload, the upload counted.
     *
     * @param id the run
     * @param uploads how many it has now
     * @param results how many results these have
     * @param observed what was observed of the machines of the earlier uploads, a JSON object
     * @param setup how the earlier uploads were measured; empty if there are none, or none of which it is known
     */
    record Run(long id, int uploads, int results, String observed, Optional<RunSetup> setup) {

        /** Whether this upload began it. */
        boolean begun() {
            return uploads == 1;
        }

        private static Run of(ResultSet row) throws SQLException {
            int uploads = row.getInt("uploads");
            return new Run(
                    row.getLong("run_id"),
                    uploads,
                    row.getInt("result_count"),
                    row.getString("observed"),
                    uploads == 1
                            ? Optional.empty()
                            : Optional.ofNullable(row.getString("setup")).map(SetupJson::read));
        }
    }

    /**
     * The run, locked until the transaction ends.
     *
     * @param series the series that the upload has points of
     */
    Run of(ParsedDocument parsed, long[] series) {
        Optional<Long> lacking = place.newCommit()
                        || upload.metadata().paired()
                        || upload.runName().isPresent()
                ? Optional.empty()
                : withoutTheseBenchmarks(series);
        return lacking.isPresent() ? join(lacking.get(), parsed) : begin(parsed);
    }

    /** If another connection has begun the run of this name, that is the one. */
    private Run begin(ParsedDocument parsed) {
        RunMetadata metadata = upload.metadata();
        return handle.createQuery("""
            insert into run (project_id, branch_id, environment_id, sha, run_name, started_at, result_count, observed, ci, setup,
                trust, role, baseline_eligible, pair_run_id)
            values (:projectId, :branchId, :environmentId, :sha, :runName, :startedAt, :results,
                cast(:observed as jsonb), cast(:ci as jsonb), cast(:setup as jsonb),
                :trust, :role, :baselineEligible, :pairedWith)
            on conflict (project_id, environment_id, branch_id, sha, run_name, trust, baseline_eligible)
                where run_name is not null
                do update set uploads = run.uploads + 1, uploaded_at = now(),
                    started_at = least(run.started_at, excluded.started_at),
                    result_count = run.result_count + excluded.result_count
            returning run_id, uploads, result_count, observed, setup
            """)
                .bind("projectId", upload.projectId())
                .bind("branchId", place.branchId())
                .bind("environmentId", place.environmentId())
                .bind("sha", metadata.commit())
                .bind("runName", upload.runName())
                .bind("startedAt", metadata.startedAt())
                .bind("results", parsed.results())
                .bind("observed", StoredJson.merged(metadata.observed(), parsed.harness()))
                .bind("ci", StoredJson.merged(metadata.ci(), Map.of()))
                .bind("setup", SetupJson.write(parsed.setup()))
                .bind("trust", upload.trust().label())
                .bind("role", metadata.role().label())
                .bind("baselineEligible", upload.baselineEligible())
                .bind("pairedWith", metadata.pairedWith())
                .map((row, context) -> Run.of(row))
                .one();
    }

    private Optional<Long> withoutTheseBenchmarks(long[] series) {
        return handle.createQuery("""
            select run_id
            from run
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId and sha = :sha
                and run_name is null and role = 'measurement' and pair_run_id is null
                and trust = :trust and baseline_eligible = :baselineEligible
                and not exists (
                    select
                    from series measured
                        join series other on other.project_id = measured.project_id
                            and other.benchmark_id = measured.benchmark_id
                            and other.environment_id = measured.environment_id
                        join point on point.project_id = other.project_id and point.series_id = other.series_id
                            and point.run_id = run.run_id
                    where measured.project_id = :projectId and measured.series_id = any (:series))
            order by run_id
            limit 1
            """)
                .bind("projectId", upload.projectId())
                .bind("environmentId", place.environmentId())
                .bind("branchId", place.branchId())
                .bind("sha", upload.metadata().commit())
                .bind("trust", upload.trust().label())
                .bind("baselineEligible", upload.baselineEligible())
                .bind("series", series)
                .mapTo(Long.class)
                .findFirst();
    }

    private Run join(long runId, ParsedDocument parsed) {
        return handle.createQuery("""
            update run
            set uploads = uploads + 1, uploaded_at = now(), started_at = least(started_at, cast(:startedAt as timestamptz)),
                result_count = result_count + :results
            where project_id = :projectId and run_id = :runId
            returning run_id, uploads, result_count, observed, setup
            """)
                .bind("startedAt", upload.metadata().startedAt())
                .bind("results", parsed.results())
                .bind("projectId", upload.projectId())
                .bind("runId", runId)
                .map((row, context) -> Run.of(row))
                .one();
    }

    /** The judged runs of the same commit and environment that began after a run, on its branch or for its pull request. */
    static List<Long> judgedLater(Handle handle, long projectId, long runId) {
        return handle.createQuery("""
            select later.run_id
            from run
                join branch using (project_id, branch_id)
                join run later on later.project_id = run.project_id and later.sha = run.sha
                    and later.environment_id = run.environment_id and later.run_id > run.run_id
                join branch other on other.project_id = later.project_id and other.branch_id = later.branch_id
            where run.project_id = :projectId and run.run_id = :runId and later.role = 'measurement'
                and later.pair_run_id is null and later.judged_at is not null
                and (other.branch_id = branch.branch_id or other.pull_request = branch.pull_request)
            order by later.run_id
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(Long.class)
                .list();
    }

    /** Keeps how a run of several uploads was measured, and on which machines. */
    void keep(Run run, RunSetup setup, ParsedDocument parsed) {
        handle.createUpdate("""
            update run
            set setup = cast(:setup as jsonb), observed = cast(:observed as jsonb)
            where project_id = :projectId and run_id = :runId
            """)
                .bind("setup", SetupJson.write(setup))
                .bind(
                        "observed",
                        ObservedMachines.together(
                                run.observed(),
                                StoredJson.merged(upload.metadata().observed(), parsed.harness())))
                .bind("projectId", upload.projectId())
                .bind("runId", run.id())
                .execute();
    }
}
