package dev.plumbline.collector;

import dev.plumbline.collector.client.Timing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The tool as a user runs it, in this process, with time that passes only when the tool waits. */
final class Tool {

    static final String TOKEN = "plb_very-secret-token";

    /** One result as JMH writes it. */
    static final String RESULT = """
            [
              {
                "jmhVersion": "1.37", "benchmark": "com.acme.Text.split", "mode": "avgt", "threads": 1, "forks": 3,
                "jvm": "/opt/java/bin/java", "jvmArgs": [], "jdkVersion": "17.0.15", "vmName": "OpenJDK 64-Bit Server VM",
                "vmVersion": "17.0.15+6", "warmupIterations": 1, "warmupTime": "1 s", "warmupBatchSize": 1,
                "measurementIterations": 1, "measurementTime": "1 s", "measurementBatchSize": 1,
                "primaryMetric": {
                  "score": 2.0, "scoreError": 0.1, "scoreConfidence": [1.9, 2.1],
                  "scorePercentiles": {"0.0": 1.9, "50.0": 2.0, "100.0": 2.1},
                  "scoreUnit": "us/op", "rawData": [[1.9], [2.0], [2.1]]
                },
                "secondaryMetrics": {}
              }
            ]
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Terminal terminal = new Terminal(false, 80, true);
    private String in = "";
    private String out = "";
    private String err = "";

    Tool(Path folder) {
        this.folder = folder;
    }

    /** The tool in a folder with a result, told all that it needs by variables. */
    static Tool prepared(Path folder, FakeServer server) throws IOException {
        Files.writeString(folder.resolve("jmh-result.json"), RESULT);
        return new Tool(folder)
                .with("PLUMBLINE_SERVER", server.address())
                .with("PLUMBLINE_PROJECT", "acme")
                .with("PLUMBLINE_TOKEN", TOKEN)
                .with("PLUMBLINE_ENVIRONMENT", "ci-linux-x64")
                .with("PLUMBLINE_BRANCH", "main")
                .with("PLUMBLINE_COMMIT", "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b")
                .with("PLUMBLINE_HISTORY", "0");
    }

    Tool with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Tool without(String variable) {
        environment.remove(variable);
        return this;
    }

    Tool on(Terminal shown) {
        terminal = shown;
        return this;
    }

    /** What is piped into it. */
    Tool given(String text) {
        in = text;
        return this;
    }

    /** Runs the tool and returns its exit code. */
    int run(String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = Main.run(
                new Surroundings(
                        environment,
                        folder,
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(results, true, StandardCharsets.UTF_8),
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        terminal,
                        () -> new Machine("Fast CPU 3000", 4, 8L << 30, "Linux 6.1", "x86_64", "linux-x64"),
                        new Timing(clock(), this::pass, new Random(7))),
                arguments);
        out = results.toString(StandardCharsets.UTF_8);
        err = messages.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** What the last run wrote to standard output. */
    String out() {
        return out;
    }

    /** What the last run wrote to standard error. */
    String err() {
        return err;
    }

    /** How long the tool waited, each time. */
    List<Duration> pauses() {
        return pauses;
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
