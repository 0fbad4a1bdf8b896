package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.database.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of one upload: itself and its document. */
final class UploadRows {

    private final Handle handle;
    private final Upload upload;
    private final StoredDocument document;

    UploadRows(Handle handle, Upload upload, StoredDocument document) {
        this.handle = handle;
        this.upload = upload;
        this.document = document;
    }

    /**
     * A stored upload.
     *
     * @param id the upload
     * @param runId the run that it is part of
     */
    record Stored(long id, long runId) {

        private static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getLong("upload_id"), row.getLong("run_id"));
        }
    }

    /** The upload in which the same content is already stored, with the same key and trust. */
    Stored existing() {
        return handle.createQuery("""
            select upload_id, run_id
            from upload
            where project_id = :projectId and upload_key = :uploadKey and content_hash = :contentHash
                and quarantined = :quarantined
            """)
                .bind("projectId", upload.projectId())
                .bind("uploadKey", upload.uploadKey())
                .bind("contentHash", document.contentHash())
                .bind("quarantined", upload.trust() == RunTrust.QUARANTINED)
                .map((row, context) -> Stored.of(row))
                .one();
    }

    /** The new upload; empty if it is stored already. */
    Optional<Stored> insert(long runId, ParsedDocument parsed) {
        RunMetadata metadata = upload.metadata();
        Optional<Stored> stored = handle.createQuery("""
            insert into upload (project_id, run_id, upload_key, content_hash, quarantined, format, started_at, result_count,
                observed, ci, notes)
            values (:projectId, :runId, :uploadKey, :contentHash, :quarantined, :format, :startedAt, :results,
                cast(:observed as jsonb), cast(:ci as jsonb), cast(:notes as jsonb))
            on conflict (project_id, upload_key, content_hash, quarantined) do nothing
            returning upload_id, run_id
            """)
                .bind("projectId", upload.projectId())
                .bind("runId", runId)
                .bind("uploadKey", upload.uploadKey())
                .bind("contentHash", document.contentHash())
                .bind("quarantined", upload.trust() == RunTrust.QUARANTINED)
                .bind("format", parsed.format().id())
                .bind("startedAt", metadata.startedAt())
                .bind("results", parsed.results())
                .bind("observed", StoredJson.merged(metadata.observed(), parsed.harness()))
                .bind("ci", StoredJson.merged(metadata.ci(), Map.of()))
                .bind("notes", StoredJson.text(parsed.notes()))
                .map((row, context) -> Stored.of(row))
                .findOne();
        stored.ifPresent(its -> insertDocument(its.id()));
        return stored;
    }

    private void insertDocument(long uploadId) {
        handle.createUpdate("""
            insert into document (project_id, upload_id, content, content_length)
            values (:projectId, :uploadId, :content, :contentLength)
            """)
                .bind("projectId", upload.projectId())
                .bind("uploadId", uploadId)
                .bind("content", document.compressed())
                .bind("contentLength", document.contentLength())
                .execute();
    }
}
