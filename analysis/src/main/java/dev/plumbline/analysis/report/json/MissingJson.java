package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is missing, as JSON: {@code {"expected": 6, "missing": 1, "failed": 1, "benchmarks": [{"what": "failed", …}, …]}}. */
public final class MissingJson {

    private MissingJson() {}

    /** The object. */
    public static ObjectNode write(MissingBenchmarks missing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("expected", missing.expected());
        json.put("missing", missing.missing());
        json.put("failed", missing.failed());
        ArrayNode benchmarks = json.putArray("benchmarks");
        for (Absence absence : missing.absences()) {
            BenchmarkId benchmark = absence.benchmark();
            ObjectNode one = benchmarks.addObject();
            one.put("what", absence.what());
            one.put("benchmark", benchmark.name());
            ObjectNode params = one.putObject("params");
            benchmark.params().forEach(params::put);
            one.put("mode", benchmark.mode().label());
            one.put("threads", benchmark.threads());
            ArrayNode metrics = one.putArray("metrics");
            absence.metrics().forEach(metrics::add);
        }
        return json;
    }

    /** What an object says; nothing is missing if there is none. An entry of another version that isn't understood is left out. */
    public static MissingBenchmarks read(JsonNode json) {
        List<Absence> absences = new ArrayList<>();
        json.path("benchmarks").forEach(one -> absence(one).ifPresent(absences::add));
        return new MissingBenchmarks(json.path("expected").asInt(), absences);
    }

    private static Optional<Absence> absence(JsonNode json) {
        Optional<Mode> mode = Mode.ofLabel(json.path("mode").asText(""));
        String name = json.path("benchmark").asText("");
        if (mode.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> params = new HashMap<>();
        json.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText("")));
        BenchmarkId benchmark = new BenchmarkId(
                name, params, mode.get(), Math.max(1, json.path("threads").asInt()));
        List<String> metrics = new ArrayList<>();
        json.path("metrics").forEach(metric -> metrics.add(metric.asText("")));
        return switch (json.path("what").asText("")) {
            case "missing" -> Optional.of(new Absence.Missing(benchmark));
            case "failed" -> Optional.of(new Absence.Failed(benchmark));
            case "no-number" -> Optional.of(new Absence.WithoutNumber(benchmark, metrics));
            default -> Optional.empty();
        };
    }
}
