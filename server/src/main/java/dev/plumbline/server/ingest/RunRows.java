package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.SetupJson;
import dev.plumbline.server.database.StoredJson;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of one upload's run and document. */
final class RunRows {

    private final Handle handle;
    private final Upload upload;
    private final StoredDocument document;

    RunRows(Handle handle, Upload upload, StoredDocument document) {
        this.handle = handle;
        this.upload = upload;
        this.document = document;
    }

    /** The run under which the same content is already stored, with the same key and trust. */
    Optional<Long> existing() {
        return handle.createQuery("""
            select run_id
            from run
            where project_id = :projectId and run_key = :runKey and content_hash = :contentHash
                and (trust = 'quarantined') = :quarantined
            """)
                .bind("projectId", upload.projectId())
                .bind("runKey", upload.runKey())
                .bind("contentHash", document.contentHash())
                .bind("quarantined", upload.trust() == RunTrust.QUARANTINED)
                .mapTo(Long.class)
                .findFirst();
    }

    /** The new run; empty when another connection has stored the same upload in the meantime. */
    Optional<Long> insert(RunPlace place, ParsedDocument parsed) {
        RunMetadata metadata = upload.metadata();
        return handle.createQuery("""
            insert into run (project_id, branch_id, environment_id, sha, run_key, content_hash, format,
                started_at, result_count, observed, ci, notes, setup,
                trust, role, baseline_eligible, pair_run_id)
            values (:projectId, :branchId, :environmentId, :sha, :runKey, :contentHash, :format,
                :startedAt, :results, cast(:observed as jsonb), cast(:ci as jsonb), cast(:notes as jsonb), cast(:setup as jsonb),
                :trust, :role, :baselineEligible, :pairedWith)
            on conflict do nothing
            returning run_id
            """)
                .bind("projectId", upload.projectId())
                .bind("branchId", place.branchId())
                .bind("environmentId", place.environmentId())
                .bind("sha", metadata.commit())
                .bind("runKey", upload.runKey())
                .bind("contentHash", document.contentHash())
                .bind("format", parsed.format().id())
                .bind("startedAt", metadata.startedAt())
                .bind("results", parsed.results())
                .bind("observed", StoredJson.merged(metadata.observed(), parsed.harness()))
                .bind("ci", StoredJson.merged(metadata.ci(), Map.of()))
                .bind("notes", StoredJson.text(parsed.notes()))
                .bind("setup", SetupJson.write(parsed.setup()))
                .bind("trust", upload.trust().label())
                .bind("role", metadata.role().label())
                .bind("baselineEligible", upload.baselineEligible())
                .bind("pairedWith", metadata.pairedWith())
                .mapTo(Long.class)
                .findOne();
    }

    /** Stores the document with its run. */
    void insertDocument(long runId) {
        handle.createUpdate("""
            insert into document (project_id, run_id, content, content_length)
            values (:projectId, :runId, :content, :contentLength)
            """)
                .bind("projectId", upload.projectId())
                .bind("runId", runId)
                .bind("content", document.compressed())
                .bind("contentLength", document.contentLength())
                .execute();
    }
}
