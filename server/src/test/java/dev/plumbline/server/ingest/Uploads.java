package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.CommitInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Uploads documents into one project as a test asks for them. */
public final class Uploads {

    private final Database database;
    private final Ingest ingest;
    private final long projectId;
    private final Path folder;

    public Uploads(Database database, long projectId, Path folder) {
        this.database = database;
        this.ingest = new Ingest(database, ReadLimits.defaults(), Duration.ZERO);
        this.projectId = projectId;
        this.folder = folder;
    }

    /** A hash that ends in a number. */
    public static String sha(int number) {
        return String.format("%040x", 0xabc0000 + number);
    }

    /** A commit of a straight line of history: its parent has the number before, an hour earlier. */
    public static CommitInfo commit(int number) {
        return new CommitInfo(
                sha(number),
                number == 0 ? Optional.empty() : Optional.of(sha(number - 1)),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * number)),
                "Ada",
                "change " + number);
    }

    /** The first-parent log from a commit back to another, newest first. */
    static List<CommitInfo> log(int newest, int oldest) {
        List<CommitInfo> log = new ArrayList<>();
        for (int number = newest; number >= oldest; number--) {
            log.add(commit(number));
        }
        return log;
    }

    public StoredRun upload(RunMetadata metadata, String document) {
        return upload(metadata, document, false);
    }

    /** Uploads a run of a history of which more comes. */
    public StoredRun hold(RunMetadata metadata, String document) {
        return upload(metadata, document, true);
    }

    private StoredRun upload(RunMetadata metadata, String document, boolean held) {
        try {
            Path file = Files.createTempFile(folder, "upload", ".json");
            Files.writeString(file, document);
            return ingest.store(
                    new Upload(projectId, metadata, Optional.of(ResultFormat.JMH_JSON), file, RunTrust.TOKEN, held));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads to the base branch with a log that reaches back to the first commit. */
    public StoredRun upload(int commit, String document) {
        return upload(metadata("main", sha(commit), log(commit, 0)), document);
    }

    /** Uploads one commit of another branch, whose parent is a commit of the base branch. */
    public StoredRun uploadTopic(String branch, int parent, String document) {
        CommitInfo head = new CommitInfo(
                sha(9_000 + parent),
                Optional.of(sha(parent)),
                Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                "Grace",
                "on a topic");
        List<CommitInfo> log = new ArrayList<>(log(parent, 0));
        log.addFirst(head);
        return upload(metadata(branch, head.sha(), log), document);
    }

    /** The first column, as text, of a query whose two parameters are the project and a run. */
    public List<String> texts(String sql, long run) {
        return database.read(
                handle -> handle.select(sql, projectId, run).mapTo(String.class).list());
    }

    static RunMetadata metadata(String branch, String sha, List<CommitInfo> log) {
        return new RunMetadata(
                branch, sha, "lab", Optional.empty(), OptionalInt.empty(), Optional.empty(), log, "{}", "{}");
    }
}
