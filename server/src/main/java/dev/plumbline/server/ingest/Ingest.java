package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.FindingStore;
import dev.plumbline.server.audit.SetupJson;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.history.BranchOrder;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.history.CommitRegistry;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Jobs;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes a document in: one transaction for the document, its run, its points and the job that will judge them. The same
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
     * @throws dev.plumbline.analysis.format.document.DocumentException when the document is refused; nothing is stored
     * @throws IOException when the document's file can't be read
     * @throws StoreException when the database refuses
     */
    public StoredRun store(Upload upload) throws IOException {
        return store(upload, limits, (handle, run) -> {});
    }

    /**
     * Reads and stores a document that nobody vouches for, with what it is bound to. Its environment has to be one that is known from
     * others, and it has at most {@value #MOST_QUARANTINED_RESULTS} results.
     *
     * @param check what the forge says of the binding by now
     * @throws StoreException {@code quarantine-refused} when the environment is not known, and as {@link #store} does
     */
    public StoredRun quarantine(Upload upload, QuarantineBinding binding, QuarantineCheck check) throws IOException {
        ReadLimits narrow = limits.withMaxResults(Math.min(limits.maxResults(), MOST_QUARANTINED_RESULTS))
                .withMaxDecompressedBytes(Math.min(limits.maxDecompressedBytes(), MOST_QUARANTINED_BYTES));
        return store(
                upload, narrow, (handle, run) -> Quarantine.insert(handle, upload.projectId(), run, binding, check));
    }

    /** What more is kept of a new run, in its transaction. */
    @FunctionalInterface
    private interface MoreOfRun {

        void keep(Handle handle, long runId) throws SQLException;
    }

    private StoredRun store(Upload upload, ReadLimits readLimits, MoreOfRun more) throws IOException {
        ParsedDocument parsed = ParsedDocument.read(upload.document(), upload.format(), readLimits);
        StoredDocument document = StoredDocument.of(upload.document());
        return database.transaction(handle -> {
            Optional<Long> first = existing(handle, upload, document);
            if (first.isPresent()) {
                return answer(first.get(), true, parsed);
            }
            long environment = environment(handle, upload);
            requirePair(handle, upload, environment);
            long branch = branch(handle, upload);
            commits(handle, upload, branch);
            Optional<Long> run = run(handle, upload, branch, environment, parsed, document);
            if (run.isEmpty()) {
                // The same upload was stored by another connection since the first look.
                return answer(existing(handle, upload, document).orElseThrow(), true, parsed);
            }
            more.keep(handle, run.get());
            document(handle, upload.projectId(), run.get(), document);
            long[] series = new SeriesRegistry(handle, upload.projectId(), environment).resolve(parsed.rows());
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

    private static void pullRequest(Handle handle, Upload upload) throws SQLException {
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

    private static Optional<Long> existing(Handle handle, Upload upload, StoredDocument document) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select run_id
            from run
            where project_id = ? and run_key = ? and content_hash = ? and (trust = 'quarantined') = ?
            """)) {
            statement.setLong(1, upload.projectId());
            statement.setString(2, upload.runKey());
            statement.setBytes(3, document.contentHash());
            statement.setBoolean(4, upload.trust() == RunTrust.QUARANTINED);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private static long environment(Handle handle, Upload upload) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select environment_id from environment where project_id = ? and label = ?
                """)) {
                statement.setLong(1, upload.projectId());
                statement.setString(2, upload.metadata().environment());
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return rows.getLong(1);
                    }
                }
            }
            if (upload.trust() == RunTrust.QUARANTINED) {
                throw new StoreException(
                        "quarantine-refused",
                        "No trusted run was measured in the environment '"
                                + upload.metadata().environment()
                                + "': there is nothing that a quarantined one could be compared with.");
            }
            if (attempt > 0) {
                throw new SQLException("environment was neither there nor inserted");
            }
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into environment (project_id, label) values (?, ?) on conflict do nothing
                """)) {
                statement.setLong(1, upload.projectId());
                statement.setString(2, upload.metadata().environment());
                statement.executeUpdate();
            }
        }
    }

    /** The base's side of a pair lies in the same environment, and is as well vouched for as the head's. */
    private static void requirePair(Handle handle, Upload upload, long environment) throws SQLException {
        if (upload.metadata().pairedWith().isEmpty()) {
            return;
        }
        long base = upload.metadata().pairedWith().getAsLong();
        Optional<Boolean> found = Query.of(handle, """
            select trust = 'quarantined' as quarantined
            from run
            where project_id = ? and run_id = ? and environment_id = ? and role = 'pair-base'
            """)
                .with(upload.projectId())
                .with(base)
                .with(environment)
                .first(row -> row.getBoolean("quarantined"));
        if (found.isEmpty() || (found.get() && upload.trust() != RunTrust.QUARANTINED)) {
            throw new StoreException(
                    "invalid-metadata",
                    "pairedWith is " + base + ", expected a run that was uploaded to this environment with the role "
                            + RunRole.PAIR_BASE.label());
        }
    }

    /** The branch's id, with its row locked until the transaction ends: commits take their places one upload at a time. */
    private static long branch(Handle handle, Upload upload) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select branch_id from branch
                where project_id = ? and name = ? and coalesce(pull_request, 0) = ?
                for update
                """)) {
                statement.setLong(1, upload.projectId());
                statement.setString(2, upload.metadata().branch());
                statement.setInt(3, upload.metadata().pullRequest().orElse(0));
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return rows.getLong(1);
                    }
                }
            }
            if (attempt > 0) {
                throw new SQLException("branch was neither there nor inserted");
            }
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into branch (project_id, name, pull_request) values (?, ?, nullif(?, 0))
                on conflict do nothing
                """)) {
                statement.setLong(1, upload.projectId());
                statement.setString(2, upload.metadata().branch());
                statement.setInt(3, upload.metadata().pullRequest().orElse(0));
                statement.executeUpdate();
            }
        }
    }

    /**
     * Records the commits of the log and gives them their places. Only on the base branch, and on the word of a run that may be a
     * baseline, all of them get one; elsewhere it is the measured commit, behind those of its relatives that were measured there.
     */
    private static void commits(Handle handle, Upload upload, long branch) throws SQLException {
        RunMetadata metadata = upload.metadata();
        List<CommitInfo> log =
                metadata.commits().isEmpty() ? List.of(CommitInfo.of(metadata.commit())) : metadata.commits();
        new CommitRegistry(handle, upload.projectId()).record(log, upload.trust() == RunTrust.QUARANTINED);
        Project project = Projects.byId(handle, upload.projectId());
        boolean base = upload.baselineEligible() && metadata.branch().equals(project.baseBranch());
        BranchOrder order = new BranchOrder(handle, upload.projectId(), branch);
        if (base) {
            order.place(log.reversed());
        } else {
            order.placeNewest(log.reversed());
        }
    }

    private static Optional<Long> run(
            Handle handle, Upload upload, long branch, long environment, ParsedDocument parsed, StoredDocument document)
            throws SQLException {
        RunMetadata metadata = upload.metadata();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into run (project_id, branch_id, environment_id, sha, run_key, content_hash, format,
                started_at, result_count, observed, ci, notes, setup, trust, role, baseline_eligible, pair_run_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, nullif(?, 0))
            on conflict do nothing
            returning run_id
            """)) {
            statement.setLong(1, upload.projectId());
            statement.setLong(2, branch);
            statement.setLong(3, environment);
            statement.setString(4, metadata.commit());
            statement.setString(5, upload.runKey());
            statement.setBytes(6, document.contentHash());
            statement.setString(7, upload.format().id());
            statement.setObject(
                    8, metadata.startedAt().map(BranchOrder::timestamp).orElse(null));
            statement.setInt(9, parsed.results());
            statement.setString(10, JsonText.merged(metadata.observed(), parsed.harness()));
            statement.setString(11, JsonText.merged(metadata.ci(), Map.of()));
            statement.setString(12, JsonText.notes(parsed.notes()));
            statement.setString(13, SetupJson.write(parsed.setup()));
            statement.setString(14, upload.trust().label());
            statement.setString(15, metadata.role().label());
            statement.setBoolean(16, upload.baselineEligible());
            statement.setLong(17, metadata.pairedWith().orElse(0));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void document(Handle handle, long project, long run, StoredDocument document) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into document (project_id, run_id, content, content_length) values (?, ?, ?, ?)
            """)) {
            statement.setLong(1, project);
            statement.setLong(2, run);
            statement.setBytes(3, document.compressed());
            statement.setLong(4, document.contentLength());
            statement.executeUpdate();
        }
    }
}
