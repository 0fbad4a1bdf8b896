package dev.plumbline.server.store;

import dev.plumbline.analysis.format.ReadLimits;
import dev.plumbline.analysis.format.ResultFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Uploads documents into one project as a test asks for them. */
final class Uploads {

    private final Ingest ingest;
    private final long projectId;
    private final Path folder;

    Uploads(Database database, long projectId, Path folder) {
        this.ingest = new Ingest(database, ReadLimits.defaults());
        this.projectId = projectId;
        this.folder = folder;
    }

    /** A hash that ends in a number. */
    static String sha(int number) {
        return String.format("%040x", 0xabc0000 + number);
    }

    /** A commit of a straight line of history: its parent has the number before, an hour earlier. */
    static CommitInfo commit(int number) {
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

    StoredRun upload(RunMetadata metadata, String document) {
        try {
            Path file = Files.createTempFile(folder, "upload", ".json");
            Files.writeString(file, document);
            return ingest.store(new Upload(projectId, metadata, ResultFormat.JMH_JSON, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads to the base branch with a log that reaches back to the first commit. */
    StoredRun upload(int commit, String document) {
        return upload(metadata("main", sha(commit), log(commit, 0)), document);
    }

    static RunMetadata metadata(String branch, String sha, List<CommitInfo> log) {
        return new RunMetadata(
                branch,
                sha,
                "lab",
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                log,
                "{}",
                "{}");
    }
}
