package dev.plumbline.collector.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.harness.CommandWords;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/import.md, to the letter, against the server's jar: the made-up history goes in, its regressions come out. */
class ImportIT {

    private static final Path COLLECTOR = Path.of("target", "plumbline.jar").toAbsolutePath();
    private static final Path DOCUMENT = Path.of("..", "docs", "import.md");
    private static final Path HISTORY = Path.of("..", "docs", "examples", "data.js");
    private static final Pattern COMMAND = Pattern.compile("```console\n\\$ plumbline (import [^\n]*)\n");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[0-9a-f]{10}` \\|.*\\|$");

    @TempDir
    private Path folder;

    @Test
    void theDocumentedHistoryGoesInAndItsRegressionsComeOut() throws Exception {
        assumeTrue(
                RunningServer.isBuilt(),
                "server/target/plumbline-server.jar is not built: run mvn verify for all modules");
        Files.copy(HISTORY, folder.resolve("data.js"));
        String document = Files.readString(DOCUMENT);
        try (RunningServer server = RunningServer.start(folder.resolve("data"), Map.of())) {
            server.ask("POST", "/api/v1/projects", "{\"slug\": \"acme\", \"name\": \"Acme\"}");
            Command tool = new Command(
                    folder,
                    Map.of(
                            "PLUMBLINE_SERVER",
                            server.address(),
                            "PLUMBLINE_PROJECT",
                            "acme",
                            "PLUMBLINE_TOKEN",
                            server.token()));
            Matcher command = COMMAND.matcher(document);
            while (command.find()) {
                List<String> words = new ArrayList<>(List.of("java", "-jar", COLLECTOR.toString()));
                words.addAll(CommandWords.of(command.group(1)));
                Command.Ended ended = tool.run(words);
                assertThat(ended.code()).as(ended.output()).isZero();
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> allJudged(server));

            assertThat(rows(server, subjects()))
                    .isEqualTo(ROW.matcher(document)
                            .results()
                            .map(row -> row.group())
                            .collect(Collectors.joining("\n")));
        }
    }

    private static boolean allJudged(RunningServer server) {
        try {
            JsonNode runs =
                    answer(server, "/api/v1/projects/acme/runs?perPage=100").path("runs");
            return runs.size() == 60
                    && StreamSupport.stream(runs.spliterator(), false)
                            .allMatch(run -> run.path("status").asText().equals("judged"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The rows of the document's table, in the order of the commits. */
    private static String rows(RunningServer server, Map<String, String> subjects)
            throws IOException, InterruptedException {
        JsonNode regressions =
                answer(server, "/api/v1/projects/acme/regressions?perPage=100").path("regressions");
        List<JsonNode> sorted = StreamSupport.stream(regressions.spliterator(), false)
                .sorted((left, right) -> Long.compare(
                        left.path("run").asLong(), right.path("run").asLong()))
                .toList();
        return sorted.stream()
                .map(each -> "| `%s` | %s | %s, %s: `%s` %s |"
                        .formatted(
                                each.path("commit").asText().substring(0, 10),
                                subjects.get(each.path("commit").asText()),
                                each.path("worse").asBoolean() ? "slower" : "faster",
                                each.path("state").asText(),
                                each.path("benchmark").asText(),
                                change(each)))
                .collect(Collectors.joining("\n"));
    }

    private static String change(JsonNode regression) {
        int others = regression.path("seriesCount").asInt() - 1;
        return String.format(Locale.ROOT, "%+.1f %%", (regression.path("ratio").asDouble() - 1) * 100)
                + (others == 0 ? "" : ", and " + others + " more");
    }

    private static Map<String, String> subjects() throws IOException {
        return Pattern.compile("\"id\":\"([0-9a-f]{40})\",\"message\":\"([^\"]*)\"")
                .matcher(Files.readString(HISTORY))
                .results()
                .collect(Collectors.toMap(commit -> commit.group(1), commit -> commit.group(2)));
    }

    private static ObjectNode answer(RunningServer server, String path) throws IOException, InterruptedException {
        return JsonText.object(server.ask("GET", path, "")).orElseThrow();
    }
}
