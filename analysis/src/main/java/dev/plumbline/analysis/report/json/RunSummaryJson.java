package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The summary of a run as JSON, as the server stores and sends it. What another version wrote is read as far as it is known here;
 * where it doesn't say how many series had no baseline, these are taken to be the ones that were not compared.
 */
public final class RunSummaryJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private RunSummaryJson() {}

    /** The object. */
    public static ObjectNode write(RunSummary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        summary.counts().forEach((outcome, count) -> json.put(outcome.label(), count));
        json.put("comparisons", summary.comparisons());
        json.put("withoutBaseline", summary.withoutBaseline());
        if (summary.geometricMean().known()) {
            Fields.put(json.putObject("geometricMean"), summary.geometricMean());
        } else {
            json.putNull("geometricMean");
        }
        if (summary.suite().verdict().known()) {
            write(summary.suite(), json.putObject("suite"));
        } else {
            json.putNull("suite");
        }
        return json;
    }

    private static void write(SuiteReport suite, ObjectNode json) {
        SuiteVerdict verdict = suite.verdict();
        json.put("outcome", verdict.outcome().label());
        Fields.put(json, verdict.effect());
        Fields.put(json, "expectedLow", verdict.expectedLow());
        Fields.put(json, "expectedHigh", verdict.expectedHigh());
        Fields.put(json, "pValue", verdict.pValue());
        json.put("baselineRuns", verdict.baselineRuns());
        json.put("moved", verdict.moved());
        json.put("series", verdict.series());
        json.put("takenOut", verdict.takenOut());
        ArrayNode observed = json.putArray("observed");
        for (SuiteReport.Difference difference : suite.observed()) {
            observed.addObject()
                    .put("field", difference.field())
                    .put("before", difference.before())
                    .put("after", difference.after());
        }
    }

    /**
     * The summary in a text.
     *
     * @throws IllegalArgumentException when it isn't JSON
     */
    public static RunSummary parse(String text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("a run's summary isn't JSON", notJson);
        }
    }

    /** The summary in an object. */
    public static RunSummary read(JsonNode json) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int series = 0;
        for (Outcome outcome : Outcome.values()) {
            int count = json.path(outcome.label()).asInt();
            counts.put(outcome, count);
            series += count;
        }
        int comparisons = json.path("comparisons").asInt();
        JsonNode mean = json.path("geometricMean");
        return new RunSummary(
                counts,
                comparisons,
                json.path("withoutBaseline").asInt(Math.max(0, series - comparisons)),
                mean.isObject() ? Fields.effect(mean) : Effect.UNKNOWN,
                json.path("suite").isObject() ? suite(json.path("suite")) : SuiteReport.NONE);
    }

    private static SuiteReport suite(JsonNode json) {
        List<SuiteReport.Difference> observed = new ArrayList<>();
        for (JsonNode difference : json.path("observed")) {
            observed.add(new SuiteReport.Difference(
                    difference.path("field").asText(""),
                    difference.path("before").asText(""),
                    difference.path("after").asText("")));
        }
        return new SuiteReport(
                new SuiteVerdict(
                        Fields.outcome(json),
                        Fields.effect(json),
                        Fields.number(json, "expectedLow"),
                        Fields.number(json, "expectedHigh"),
                        Fields.number(json, "pValue"),
                        json.path("baselineRuns").asInt(),
                        json.path("moved").asInt(),
                        json.path("series").asInt(),
                        json.path("takenOut").asBoolean()),
                observed);
    }
}
