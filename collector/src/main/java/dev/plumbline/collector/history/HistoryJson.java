package dev.plumbline.collector.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.collector.json.JsonText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Histories in JSON: those of github-action-benchmark, and those of Nyrkiö. */
final class HistoryJson {

    /** How github-action-benchmark writes a benchmark of JMH with its parameters. */
    private static final Pattern JMH_NAME = Pattern.compile("(\\S+) \\( (\\{.*}) \\)", Pattern.DOTALL);

    private static final Pattern THREADS = Pattern.compile("(?m)^threads: ([1-9]\\d{0,5})$");

    /** What github-action-benchmark calls a suite that has no name. */
    private static final String UNNAMED = "Benchmark";

    private final List<HistoricRun> runs = new ArrayList<>();
    private int withoutNumber;

    private HistoryJson() {}

    /** The history of {@code {"entries": {suite: [entry, …]}}}. */
    static History ofBenchmarkAction(JsonNode data) {
        HistoryJson history = new HistoryJson();
        int number = 0;
        for (Map.Entry<String, JsonNode> suite : data.path("entries").properties()) {
            for (JsonNode entry : suite.getValue()) {
                number++;
                String commit = entry.path("commit").path("id").asText("");
                if (commit.isEmpty()) {
                    throw refuse("entry " + number + " of the suite '" + Place.printable(suite.getKey())
                            + "' has no commit.id; give the data.js as the action wrote it");
                }
                history.add(suite.getKey(), entry);
            }
        }
        return history.done("a history of github-action-benchmark");
    }

    /** The history of {@code [{"timestamp": …, "metrics": […], "attributes": {…}}, …]}. */
    static History ofNyrkio(List<ObjectNode> data) {
        HistoryJson history = new HistoryJson();
        int number = 0;
        for (JsonNode entry : data) {
            number++;
            if (!entry.path("timestamp").isNumber() || !entry.path("metrics").isArray()) {
                throw refuse("entry " + number + " has no timestamp or no metrics; give Nyrkiö's results as they are");
            }
            history.add(entry);
        }
        return history.done("a history of Nyrkiö");
    }

    private void add(String suite, JsonNode entry) {
        String tool = entry.path("tool").asText("");
        HistoricResults results = new HistoricResults(harness(tool));
        Optional<Direction> better = switch (tool) {
            case "customBiggerIsBetter" -> Optional.of(Direction.HIGHER_IS_BETTER);
            case "customSmallerIsBetter" -> Optional.of(Direction.LOWER_IS_BETTER);
            default -> Optional.empty();
        };
        for (JsonNode bench : entry.path("benches")) {
            String name = bench.path("name").asText("").strip();
            JsonNode value = bench.path("value");
            if (name.isEmpty() || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
                withoutNumber++;
                continue;
            }
            Map<String, String> params = Map.of();
            int threads = 1;
            if (tool.equals("jmh")) {
                Matcher jmh = JMH_NAME.matcher(name);
                if (jmh.matches()) {
                    params = params(jmh.group(2));
                    name = jmh.group(1);
                }
                Matcher ran = THREADS.matcher(bench.path("extra").asText(""));
                threads = ran.find() ? Integer.parseInt(ran.group(1)) : 1;
            }
            String full = suite.isEmpty() || suite.equals(UNNAMED) ? name : suite + ": " + name;
            results.add(full, params, threads, bench.path("unit").asText(""), better, value.doubleValue());
        }
        JsonNode commit = entry.path("commit");
        add(
                results,
                new HistoricCommit(
                        commit.path("id").asText(""),
                        "",
                        time(commit.path("timestamp").asText("")),
                        commit.path("author").path("name").asText(""),
                        commit.path("message").asText("").lines().findFirst().orElse("")),
                entry.path("date").isNumber()
                        ? Optional.of(Instant.ofEpochMilli(entry.path("date").longValue()))
                        : Optional.empty(),
                suite);
    }

    private void add(JsonNode entry) {
        HistoricResults results = new HistoricResults(Harness.OTHER);
        for (JsonNode metric : entry.path("metrics")) {
            String name = metric.path("name").asText("").strip();
            JsonNode value = metric.path("value");
            if (name.isEmpty() || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
                withoutNumber++;
                continue;
            }
            Optional<Direction> better = switch (metric.path("direction").asText("")) {
                case "higher_is_better" -> Optional.of(Direction.HIGHER_IS_BETTER);
                case "lower_is_better" -> Optional.of(Direction.LOWER_IS_BETTER);
                default -> Optional.empty();
            };
            results.add(name, Map.of(), 1, metric.path("unit").asText(""), better, value.doubleValue());
        }
        JsonNode attributes = entry.path("attributes");
        Instant measured = Instant.ofEpochSecond(entry.path("timestamp").longValue());
        String commit = attributes.path("git_commit").asText("");
        add(
                results,
                new HistoricCommit(
                        commit.isEmpty() ? "at " + measured : commit,
                        attributes.path("branch").asText(""),
                        measured.toString(),
                        "",
                        ""),
                Optional.of(measured),
                "");
    }

    private void add(HistoricResults results, HistoricCommit commit, Optional<Instant> measuredAt, String part) {
        if (results.size() > 0) {
            runs.add(new HistoricRun(commit, measuredAt, "", part, results.document(), results.size()));
        }
    }

    private History done(String kind) {
        // Stable: what has no time, and what was measured at the same time, stays in the file's order.
        List<HistoricRun> sorted = new ArrayList<>(runs);
        if (runs.stream().allMatch(run -> run.measuredAt().isPresent())) {
            sorted.sort(Comparator.comparing(run -> run.measuredAt().orElseThrow()));
        }
        return new History(
                kind,
                sorted,
                withoutNumber == 0
                        ? List.of()
                        : List.of(withoutNumber + " values have no name or are no numbers, and are left out"));
    }

    private static Map<String, String> params(String json) {
        Map<String, String> params = new TreeMap<>();
        JsonText.object(json)
                .ifPresent(object -> object.properties()
                        .forEach(param ->
                                params.put(param.getKey(), param.getValue().asText())));
        return params;
    }

    private static Harness harness(String tool) {
        return switch (tool) {
            case "jmh" -> Harness.JMH;
            case "go" -> Harness.GO;
            case "googlecpp" -> Harness.GOOGLE_BENCHMARK;
            case "pytest" -> Harness.PYTEST_BENCHMARK;
            case "catch2" -> Harness.CATCH2;
            case "benchmarkdotnet" -> Harness.BENCHMARK_DOTNET;
            default -> Harness.OTHER;
        };
    }

    /** A time with an offset, as the API reads it; empty if it is something else. */
    private static String time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeParseException none) {
            return "";
        }
    }

    private static DocumentException refuse(String sentence) {
        return new DocumentException(ProblemCode.INVALID_FIELD, sentence, Place.UNKNOWN);
    }
}
