package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.SeriesVerdict;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The verdict on a series as the API's JSON has it: the series, the verdict, what it was compared with and the rule that applied. */
public final class SeriesVerdictJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SeriesVerdictJson() {}

    /** The object. */
    public static ObjectNode write(SeriesVerdict told) {
        SeriesName series = told.series();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("series", told.seriesId());
        json.put("benchmark", series.benchmark());
        ObjectNode params = json.putObject("params");
        series.params().forEach(params::put);
        json.put("mode", series.mode());
        json.put("threads", series.threads());
        json.put("metric", series.metric());
        json.put("unit", series.unit());
        json.put("harness", series.harness().id());
        if (series.direction().known()) {
            json.put("lowerIsBetter", series.direction() == Direction.LOWER_IS_BETTER);
        } else {
            json.putNull("lowerIsBetter");
        }
        VerdictJson.write(told.verdict(), json);
        if (json.get("baseline") instanceof ObjectNode baseline) {
            putCommit(baseline, "firstCommit", told.baseline().firstCommit());
            putCommit(baseline, "lastCommit", told.baseline().lastCommit());
        }
        json.set("rule", told.rule().map(SeriesVerdictJson::rule).orElse(JsonNodeFactory.instance.nullNode()));
        return json;
    }

    /** The verdict in an object. What is missing is empty or unknown. */
    public static SeriesVerdict read(JsonNode json) {
        SortedMap<String, String> params = new TreeMap<>();
        json.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText("")));
        Verdict verdict = VerdictJson.read(json);
        JsonNode baseline = json.path("baseline");
        JsonNode rule = json.path("rule");
        return new SeriesVerdict(
                json.path("series").asLong(),
                new SeriesName(
                        json.path("benchmark").asText(""),
                        params,
                        json.path("mode").asText(""),
                        Math.max(1, json.path("threads").asInt()),
                        json.path("metric").asText(""),
                        json.path("unit").asText(""),
                        direction(json.path("lowerIsBetter"), json.path("unit").asText("")),
                        harness(json.path("harness"))),
                verdict,
                new BaselineRange(
                        verdict.baseline().runs(),
                        baseline.path("firstCommit").asText(""),
                        baseline.path("lastCommit").asText("")),
                rule.isObject() ? rule(rule) : Optional.empty());
    }

    /** Versions that don't say it know JMH alone. */
    private static Harness harness(JsonNode harness) {
        return harness.isTextual() ? Harness.ofId(harness.asText()).orElse(Harness.OTHER) : Harness.JMH;
    }

    private static Direction direction(JsonNode lowerIsBetter, String unit) {
        if (!lowerIsBetter.isBoolean()) {
            return lowerIsBetter.isNull() ? Direction.NOT_KNOWN : Unit.of(unit).direction();
        }
        return lowerIsBetter.asBoolean() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    /** A rule of a later version, which is unknown here, counts as none. */
    private static Optional<ThresholdRule> rule(JsonNode rule) {
        try {
            return Optional.of(ThresholdJson.readRule(rule.toString()));
        } catch (DocumentException unknown) {
            return Optional.empty();
        }
    }

    private static void putCommit(ObjectNode baseline, String name, String commit) {
        if (commit.isEmpty()) {
            baseline.putNull(name);
        } else {
            baseline.put(name, commit);
        }
    }

    private static JsonNode rule(ThresholdRule rule) {
        try {
            return MAPPER.readTree(ThresholdJson.write(rule));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rule is no JSON", impossible);
        }
    }
}
