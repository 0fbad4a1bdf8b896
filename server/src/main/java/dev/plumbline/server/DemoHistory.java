package dev.plumbline.server;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.server.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The recorded history on the class path: {@code demo/history.json} and the result files that it names, gzip-compressed, next to it.
 *
 * @param project the project's slug
 * @param branch the branch that was measured
 * @param environment the label of the machine
 * @param observed what was observed of it, a JSON object
 * @param runs the runs, oldest first
 */
record DemoHistory(String project, String branch, String environment, String observed, List<Run> runs) {

    private static final String FOLDER = "/demo/";

    /**
     * One measured revision.
     *
     * @param file the result file's name
     * @param commit the revision
     * @param parent its first parent
     * @param committedAt the commit time
     * @param author the author
     * @param subject the first line of the commit's message
     * @param startedAt when the measurement began
     */
    record Run(
            String file,
            String commit,
            Optional<String> parent,
            Optional<Instant> committedAt,
            String author,
            String subject,
            Optional<Instant> startedAt) {}

    /** {@code history.json}, of which this program needs a part. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Recorded(
            String project, String branch, String environment, JsonNode observed, List<RecordedRun> runs) {

        DemoHistory history() {
            return new DemoHistory(
                    project,
                    branch,
                    environment,
                    observed.toString(),
                    runs.stream().map(RecordedRun::run).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RecordedRun(
            String file,
            String commit,
            Optional<String> parent,
            Optional<String> committedAt,
            String author,
            String subject,
            Optional<String> startedAt) {

        Run run() {
            return new Run(
                    file,
                    commit,
                    parent,
                    committedAt.map(Instant::parse),
                    author,
                    subject,
                    startedAt.map(Instant::parse));
        }
    }

    /** The recorded history; empty when this build has none. */
    static Optional<DemoHistory> load() throws IOException {
        try (InputStream in = DemoHistory.class.getResourceAsStream(FOLDER + "history.json")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Recorded.class)
                            .history());
        }
    }

    /** The result file of a run. */
    static InputStream open(Run run) throws IOException {
        InputStream in = DemoHistory.class.getResourceAsStream(FOLDER + run.file());
        if (in == null) {
            throw new FileNotFoundException(FOLDER + run.file() + " is missing on the class path");
        }
        return in;
    }
}
