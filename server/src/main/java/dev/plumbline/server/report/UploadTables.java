package dev.plumbline.server.report;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.json.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The documents that runs were uploaded in. */
public final class UploadTables {

    /** The most uploads that are listed of one run. */
    public static final int MOST = 1_000;

    private static final String UPLOAD = """
        select u.upload_id as id, u.run_id as run, u.format,
            case when split_part(u.upload_key, E'\\n', 3) = '' then split_part(u.upload_key, E'\\n', 1) else '' end as key,
            u.uploaded_at, u.started_at,
            u.result_count as results, d.content_length as bytes, u.observed, u.ci, u.notes
        from upload u
            join document d on d.project_id = u.project_id and d.upload_id = u.upload_id
        where u.project_id = :projectId
        """;

    private final Database database;

    public UploadTables(Database database) {
        this.database = database;
    }

    /**
     * An upload.
     *
     * @param run the run that it is part of
     * @param format what the document is
     * @param key the key that was given; empty if none was
     * @param results how many results the document has
     * @param bytes its length, uncompressed
     * @param observed what was observed of the machine
     * @param ci what is known about the CI job
     * @param notes what the reader noted about the document
     */
    public record Upload(
            long id,
            long run,
            String format,
            String key,
            Instant uploadedAt,
            Optional<Instant> startedAt,
            int results,
            long bytes,
            JsonColumn observed,
            JsonColumn ci,
            JsonColumn notes) {}

    /** The uploads of a run in the order in which they came, the first {@value #MOST}. */
    public List<Upload> of(long projectId, long runId) {
        return database.read(handle -> of(handle, projectId, runId));
    }

    static List<Upload> of(Handle handle, long projectId, long runId) {
        return handle.createQuery(UPLOAD + "    and u.run_id = :runId order by id limit :most")
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("most", MOST)
                .map(ConstructorMapper.of(Upload.class))
                .list();
    }

    /** One upload. */
    public Optional<Upload> one(long projectId, long uploadId) {
        return database.read(handle -> handle.createQuery(UPLOAD + "    and u.upload_id = :uploadId")
                .bind("projectId", projectId)
                .bind("uploadId", uploadId)
                .map(ConstructorMapper.of(Upload.class))
                .findOne());
    }

    /** The document of an upload, gzip-compressed, as it is kept. */
    public Optional<byte[]> document(long projectId, long uploadId) {
        return database.read(handle -> handle.createQuery("""
            select content from document where project_id = :projectId and upload_id = :uploadId
            """)
                .bind("projectId", projectId)
                .bind("uploadId", uploadId)
                .mapTo(byte[].class)
                .findOne());
    }
}
