package dev.plumbline.collector.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.analysis.model.Harness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Histories of Bencher as its API answers and {@code bencher perf} and {@code bencher report} print them: the points of series
 * ({@code results[].metrics[]}), or whole reports, alone or as a list. The shapes are those of {@code bencher_json}, the older ones
 * with {@code metric_kind} included.
 */
final class HistoryBencher {

    /** Units are written out with the symbol behind them: {@code nanoseconds (ns)}. */
    private static final Pattern SYMBOL = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    private static final String LATENCY = "latency";
    private static final String THROUGHPUT = "throughput";

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private int withoutNumber;

    private HistoryBencher() {}

    /** A report, as it comes together. */
    private record Run(HistoricCommit commit, Optional<Instant> measuredAt, String testbed, HistoricResults results) {}

    /** The history of these documents; empty if they are none of Bencher. */
    static Optional<History> of(List<? extends JsonNode> documents) {
        HistoryBencher history = new HistoryBencher();
        for (JsonNode document : documents) {
            JsonNode results = document.path("results");
            if (!results.isArray()) {
                return Optional.empty();
            }
            if (document.path("branch").isObject() && document.path("testbed").isObject()) {
                history.addReport(document);
            } else if (results.isEmpty() || results.get(0).path("metrics").isArray()) {
                results.forEach(history::addSeries);
            } else {
                return Optional.empty();
            }
        }
        return history.done();
    }

    private void addSeries(JsonNode series) {
        JsonNode branch = series.path("branch");
        for (JsonNode point : series.path("metrics")) {
            Run run = run(
                    point.path("report").asText(""),
                    branch.path("name").asText(""),
                    series.path("testbed").path("name").asText(""),
                    point.path("version"),
                    point.path("start_time").asText(""),
                    Harness.OTHER);
            add(
                    run,
                    series.path("benchmark").path("name").asText(""),
                    series,
                    measure(series),
                    point.path("metric").path("value"));
        }
    }

    private void addReport(JsonNode report) {
        JsonNode branch = report.path("branch");
        JsonNode version =
                branch.has("version") ? branch.path("version") : branch.path("head").path("version");
        Run run = run(
                report.path("uuid").asText(""),
                branch.path("name").asText(""),
                report.path("testbed").path("name").asText(""),
                version,
                report.path("start_time").asText(""),
                harness(report.path("adapter").asText("")));
        for (JsonNode iteration : report.path("results")) {
            for (JsonNode result : iteration) {
                for (JsonNode each : result.path("measures")) {
                    add(
                            run,
                            result.path("benchmark").path("name").asText(""),
                            result,
                            measure(each),
                            each.path("metric").path("value"));
                }
                for (JsonNode each : result.path("benchmarks")) {
                    add(
                            run,
                            each.path("name").asText(""),
                            each,
                            measure(result),
                            each.path("metric").path("value"));
                }
            }
        }
    }

    private static JsonNode measure(JsonNode of) {
        return of.path("measure").isObject() ? of.path("measure") : of.path("metric_kind");
    }

    private Run run(String report, String branch, String testbed, JsonNode version, String start, Harness harness) {
        String hash = version.path("hash").asText("");
        String commit = hash.isEmpty() ? "version " + version.path("number").asText("unknown") : hash;
        Optional<Instant> at = HistoryTime.of(start);
        return runs.computeIfAbsent(
                String.join("\n", branch, testbed, commit, report.isEmpty() ? start : report),
                first -> new Run(
                        new HistoricCommit(
                                commit, branch, at.map(Instant::toString).orElse(""), "", ""),
                        at,
                        testbed,
                        new HistoricResults(harness)));
    }

    /** A benchmark may have several measures: those that aren't its time or its rate are told apart by a parameter. */
    private void add(Run run, String name, JsonNode result, JsonNode measure, JsonNode value) {
        if (name.isBlank() || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            withoutNumber++;
            return;
        }
        String slug = measure.path("slug").asText(measure.path("name").asText(""));
        String units = measure.path("units").asText("");
        Matcher symbol = SYMBOL.matcher(units);
        String unit = symbol.matches() ? symbol.group(1).strip() : units;
        Map<String, String> params = new TreeMap<>(params(result));
        if (!slug.equals(LATENCY) && !slug.equals(THROUGHPUT)) {
            params.put("measure", measure.path("name").asText(slug));
        }
        run.results()
                .add(
                        name.strip(),
                        params,
                        1,
                        slug.equals(LATENCY) && !unit.contains("/") ? unit + "/op" : unit,
                        Optional.empty(),
                        value.doubleValue());
    }

    private static Map<String, String> params(JsonNode result) {
        JsonNode variant = result.path("variant").path("parameters");
        Map<String, String> params = new TreeMap<>();
        (variant.isObject() ? variant : result.path("parameters"))
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        return params;
    }

    private static Harness harness(String adapter) {
        return switch (adapter) {
            case "java", "java_jmh" -> Harness.JMH;
            case "go", "go_bench" -> Harness.GO;
            case "cpp_google" -> Harness.GOOGLE_BENCHMARK;
            case "cpp_catch2" -> Harness.CATCH2;
            case "rust_criterion" -> Harness.CRITERION;
            case "python_pytest" -> Harness.PYTEST_BENCHMARK;
            case "python_asv" -> Harness.ASV;
            case "c_sharp", "c_sharp_dot_net" -> Harness.BENCHMARK_DOTNET;
            case "shell", "shell_hyperfine" -> Harness.HYPERFINE;
            default -> Harness.OTHER;
        };
    }

    private Optional<History> done() {
        List<HistoricRun> sorted = new ArrayList<>();
        for (Run run : runs.values()) {
            if (run.results().size() > 0) {
                sorted.add(new HistoricRun(
                        run.commit(),
                        run.measuredAt(),
                        run.testbed(),
                        "",
                        run.results().document(),
                        run.results().size()));
            }
        }
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        if (sorted.stream().allMatch(run -> run.measuredAt().isPresent())) {
            sorted.sort(Comparator.comparing(run -> run.measuredAt().orElseThrow()));
        }
        return Optional.of(new History(
                "a history of Bencher",
                sorted,
                withoutNumber == 0
                        ? List.of()
                        : List.of(withoutNumber + " values have no name or are no numbers, and are left out")));
    }
}
