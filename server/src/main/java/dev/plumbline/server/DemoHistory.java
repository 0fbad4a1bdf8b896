package dev.plumbline.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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

    /** The recorded history; empty when this build has none. */
    static Optional<DemoHistory> load() throws IOException {
        try (InputStream in = DemoHistory.class.getResourceAsStream(FOLDER + "history.json")) {
            return in == null ? Optional.empty() : Optional.of(parse(new JsonObject(Buffer.buffer(in.readAllBytes()))));
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

    private static DemoHistory parse(JsonObject json) {
        List<Run> runs = json.getJsonArray("runs").stream()
                .map(JsonObject.class::cast)
                .map(run -> new Run(
                        run.getString("file"),
                        run.getString("commit"),
                        Optional.ofNullable(run.getString("parent")),
                        time(run, "committedAt"),
                        run.getString("author", ""),
                        run.getString("subject", ""),
                        time(run, "startedAt")))
                .toList();
        return new DemoHistory(
                json.getString("project", "demo"),
                json.getString("branch", "main"),
                json.getString("environment"),
                json.getJsonObject("observed", new JsonObject()).encode(),
                runs);
    }

    private static Optional<Instant> time(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name)).map(Instant::parse);
    }
}
