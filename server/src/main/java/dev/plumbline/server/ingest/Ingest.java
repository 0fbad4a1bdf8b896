package dev.plumbline.server.ingest;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.FindingStore;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Jobs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Stores a document: one transaction for the upload, the run that it is part of, its points and the job that will judge them. The same
 * content under the same key stores nothing and answers with the first upload.
 */
public final class Ingest {

    /** The most results of a quarantined document. */
    public static final int MOST_QUARANTINED_RESULTS = 5_000;

    private static final long MOST_QUARANTINED_BYTES = 64L << 20;

    /** For how long no further part of a run may arrive before it is judged. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** For how long a held run waits if nothing more comes. */
    private static final Duration HELD = Duration.ofHours(1);

    private final Database database;
    private final ReadLimits limits;
    private final Duration quiet;

    /** An ingest that waits a little for further parts of a run. */
    public Ingest(Database database, ReadLimits limits) {
        this(database, limits, QUIET);
    }

    /**
     * An ingest with its patience given.
     *
     * @param quiet for how long no further part of a run may arrive before the run is judged
     */
    Ingest(Database database, ReadLimits limits, Duration quiet) {
        this.database = database;
        this.limits = limits;
        this.quiet = quiet;
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
        try {
            return database.transaction(handle -> store(handle, upload, parsed, document, more));
        } catch (AlreadyStored e) {
            release(upload);
            return database.read(handle -> answer(new UploadRows(handle, upload, document).existing(), true, parsed));
        }
    }

    /** Sending the last upload of a history again still says that it is whole. */
    private void release(Upload upload) {
        if (!upload.held() && upload.trust() != RunTrust.QUARANTINED) {
            database.execute(handle -> Jobs.release(handle, upload.projectId()));
        }
    }

    /** The same upload is stored already. It is found when its row is written, so that all others needn't ask first. */
    private static final class AlreadyStored extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private StoredRun store(
            Handle handle, Upload upload, ParsedDocument parsed, StoredDocument document, MoreOfRun more) {
        RunPlace place = RunPlace.of(handle, upload);
        SeriesPlaces series = new SeriesRegistry(handle, upload.projectId(), place.environmentId(), parsed.measuredBy())
                .resolve(parsed.rows());
        RunRows runs = new RunRows(handle, upload, place);
        RunRows.Run run = runs.of(parsed, series.series());
        UploadRows.Stored stored = new UploadRows(handle, upload, document)
                .insert(run.id(), parsed)
                .orElseThrow(AlreadyStored::new);
        if (run.begun()) {
            more.keep(handle, run.id());
            PointCopy.write(handle, upload.projectId(), run.id(), parsed.rows(), series);
            new FindingStore(handle, upload.projectId(), run.id()).insert(parsed.findings());
        } else {
            add(handle, upload, runs, run, parsed, series);
        }
        FailedBenchmarks.insert(handle, upload.projectId(), run.id(), parsed);
        RunMetadata metadata = upload.metadata();
        if (metadata.role() == RunRole.MEASUREMENT) {
            pullRequest(handle, upload);
            judge(handle, upload, run);
            metadata.pullRequest()
                    .ifPresent(number -> PullRequestDeliveries.enqueue(handle, upload.projectId(), number));
        }
        return answer(stored, false, parsed);
    }

    /** Adds a further part to its run. */
    private static void add(
            Handle handle, Upload upload, RunRows runs, RunRows.Run run, ParsedDocument parsed, SeriesPlaces series) {
        PooledPoints.Added added =
                new PooledPoints(handle, upload.projectId(), run.id()).add(parsed, series, run.setup());
        Set<String> counting = new HashSet<>(parsed.keys());
        counting.removeAll(added.outvoted());
        runs.keep(
                run,
                run.setup().map(setup -> setup.with(parsed.setup(), counting)).orElse(parsed.setup()),
                parsed);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        added.finding().ifPresent(findings::add);
        new FindingStore(handle, upload.projectId(), run.id()).add(findings, run.results());
    }

    /**
     * Has the run judged: at once if nothing says that there is more to come, otherwise when no further part has come for a moment.
     * Later runs of the commit that were judged without this part are judged again.
     */
    private void judge(Handle handle, Upload upload, RunRows.Run run) {
        boolean parts = !run.begun() || upload.runName().isPresent();
        Duration wait = parts ? quiet : Duration.ZERO;
        if (upload.held()) {
            Jobs.hold(handle, upload.projectId(), Jobs.JUDGE, run.id(), HELD);
        } else if (upload.trust() == RunTrust.QUARANTINED) {
            Jobs.enqueue(handle, upload.projectId(), Jobs.JUDGE, run.id(), wait);
        } else {
            Jobs.enqueueWithHeld(handle, upload.projectId(), Jobs.JUDGE, run.id(), wait);
        }
        if (!run.begun()) {
            for (long later : RunRows.judgedLater(handle, upload.projectId(), run.id())) {
                Jobs.enqueue(handle, upload.projectId(), Jobs.JUDGE, later, quiet);
            }
        }
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
            PullRequests.uploaded(handle, upload.projectId(), number, metadata.ofPullRequest());
        }
    }

    private static StoredRun answer(UploadRows.Stored stored, boolean duplicate, ParsedDocument parsed) {
        return new StoredRun(
                stored.runId(),
                stored.id(),
                duplicate,
                parsed.results(),
                parsed.rows().size(),
                parsed.notes());
    }
}
