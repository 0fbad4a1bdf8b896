package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.FindingStore;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Jobs;
import java.io.IOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Stores a document: one transaction for the document, its run, its points and the job that will judge them. The same
 * content under the same run key stores nothing and answers with the first run.
 */
public final class Ingest {

    /** The most results of a quarantined document. */
    public static final int MOST_QUARANTINED_RESULTS = 5_000;

    private static final long MOST_QUARANTINED_BYTES = 64L << 20;

    private final Database database;
    private final ReadLimits limits;

    public Ingest(Database database, ReadLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    /**
     * Reads and stores a document. When this returns, the run is durable.
     *
     * @throws dev.plumbline.analysis.format.document.DocumentException when the document is rejected; nothing is stored
     * @throws IOException when the document's file can't be read
     * @throws StoreException when the database fails
     */
    public StoredRun store(Upload upload) throws IOException {
        return store(upload, limits, (handle, run) -> {});
    }

    /**
     * Reads and stores a document that nobody vouches for, with what it is bound to. Its environment has to be known from
     * other uploads, and it has at most {@value #MOST_QUARANTINED_RESULTS} results.
     *
     * @param check what the forge says about the binding so far
     * @throws StoreException {@code quarantine-refused} when the environment is not known, and as {@link #store} does
     */
    public StoredRun quarantine(Upload upload, QuarantineBinding binding, QuarantineCheck check) throws IOException {
        ReadLimits narrow = limits.withMaxResults(Math.min(limits.maxResults(), MOST_QUARANTINED_RESULTS))
                .withMaxDecompressedBytes(Math.min(limits.maxDecompressedBytes(), MOST_QUARANTINED_BYTES));
        return store(
                upload, narrow, (handle, run) -> Quarantine.insert(handle, upload.projectId(), run, binding, check));
    }

    /** What else is stored for a new run, in its transaction. */
    @FunctionalInterface
    private interface MoreOfRun {

        void keep(Handle handle, long runId);
    }

    private StoredRun store(Upload upload, ReadLimits readLimits, MoreOfRun more) throws IOException {
        ParsedDocument parsed = ParsedDocument.read(upload.document(), upload.format(), readLimits);
        StoredDocument document = StoredDocument.of(upload.document());
        return database.transaction(handle -> {
            RunRows runs = new RunRows(handle, upload, document);
            Optional<Long> first = runs.existing();
            if (first.isPresent()) {
                return answer(first.get(), true, parsed);
            }
            RunPlace place = RunPlace.of(handle, upload);
            Optional<Long> run = runs.insert(place, parsed);
            if (run.isEmpty()) {
                // The same upload was stored by another connection since the first look.
                return answer(runs.existing().orElseThrow(), true, parsed);
            }
            more.keep(handle, run.get());
            runs.insertDocument(run.get());
            long[] series =
                    new SeriesRegistry(handle, upload.projectId(), place.environmentId()).resolve(parsed.rows());
            PointCopy.write(handle, upload.projectId(), run.get(), parsed.rows(), series);
            new FindingStore(handle, upload.projectId(), run.get()).insert(parsed.findings());
            if (upload.metadata().role() == RunRole.MEASUREMENT) {
                pullRequest(handle, upload);
                Jobs.enqueue(handle, upload.projectId(), Jobs.JUDGE, run.get());
                PullRequestDeliveries.runChanged(handle, upload.projectId(), run.get());
            }
            return answer(run.get(), false, parsed);
        });
    }

    private static void pullRequest(Handle handle, Upload upload) {
        RunMetadata metadata = upload.metadata();
        if (metadata.pullRequest().isEmpty()) {
            return;
        }
        int number = metadata.pullRequest().getAsInt();
        if (upload.trust() == RunTrust.QUARANTINED) {
            Quarantine.mention(handle, upload.projectId(), number, metadata.commit());
        } else {
            PullRequests.uploaded(handle, upload.projectId(), number, metadata.commit(), metadata.baseBranch());
        }
    }

    private static StoredRun answer(long run, boolean duplicate, ParsedDocument parsed) {
        return new StoredRun(run, duplicate, parsed.results(), parsed.rows().size(), parsed.notes());
    }
}
