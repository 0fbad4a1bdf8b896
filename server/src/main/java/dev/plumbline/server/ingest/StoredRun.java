package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.List;

/**
 * The answer to an upload.
 *
 * @param id the run that it is part of
 * @param upload the upload
 * @param duplicate true when the same content was already stored under the same key, so nothing was stored
 * @param results the results of the document
 * @param points the points made of them
 * @param notes what the reader noted
 */
public record StoredRun(
        long id, long upload, boolean duplicate, int results, int points, List<BenchmarkResult.Note> notes) {

    public StoredRun {
        notes = List.copyOf(notes);
    }
}
