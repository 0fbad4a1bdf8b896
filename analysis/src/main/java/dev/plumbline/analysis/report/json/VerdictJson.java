package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict as fields of a JSON object. What is not known is null. What another version wrote is read as far as it is known here: a
 * missing field is not known, an unknown outcome is inconclusive, an unknown reason keeps its code.
 */
public final class VerdictJson {

    private VerdictJson() {}

    /** Adds the fields of a verdict. */
    public static void write(Verdict verdict, ObjectNode json) {
        json.put("outcome", verdict.outcome().label());
        json.put("method", verdict.method().label());
        Fields.put(json, "candidate", verdict.candidate().value());
        json.put("candidateRuns", verdict.candidate().runs());
        json.put("candidateForks", verdict.candidate().forks());
        if (verdict.hasBaseline()) {
            ObjectNode baseline = json.putObject("baseline");
            Fields.put(baseline, "value", verdict.baseline().value());
            baseline.put("runs", verdict.baseline().runs());
            baseline.put("forks", verdict.baseline().forks());
        } else {
            json.putNull("baseline");
        }
        Fields.put(json, "ratio", verdict.effect().ratio());
        Fields.put(json, "ratioLow", verdict.effect().low());
        Fields.put(json, "ratioHigh", verdict.effect().high());
        Fields.put(json, "pValue", verdict.evidence().pValue());
        Fields.put(json, "adjustedPValue", verdict.evidence().adjusted());
        Fields.put(json, "smallestDetectableChange", verdict.evidence().smallestDetectableChange());
        json.put("forksNeeded", verdict.remedy().forks());
        json.put("iterationsNeeded", verdict.remedy().iterations());
        json.put("longerForks", verdict.remedy().longerForks());
        ArrayNode reasons = json.putArray("reasons");
        verdict.reasons().forEach(reason -> reasons.add(reason.code()));
        Fields.put(json, "lowerLimit", verdict.limits().lower());
        Fields.put(json, "upperLimit", verdict.limits().upper());
    }

    /** The verdict in these fields. */
    public static Verdict read(JsonNode json) {
        JsonNode baseline = json.path("baseline");
        return new Verdict(
                Fields.outcome(json),
                Method.ofLabel(json.path("method").asText("")).orElse(Method.NONE),
                new Level(
                        Fields.number(json, "candidate"),
                        json.path("candidateRuns").asInt(),
                        json.path("candidateForks").asInt()),
                new Level(
                        Fields.number(baseline, "value"),
                        baseline.path("runs").asInt(),
                        baseline.path("forks").asInt()),
                new Effect(
                        Fields.number(json, "ratio"),
                        Fields.number(json, "ratioLow"),
                        Fields.number(json, "ratioHigh")),
                new Evidence(
                        Fields.number(json, "pValue"),
                        Fields.number(json, "adjustedPValue"),
                        Fields.number(json, "smallestDetectableChange")),
                new Remedy(
                        json.path("forksNeeded").asInt(),
                        json.path("iterationsNeeded").asInt(),
                        json.path("longerForks").asBoolean()),
                reasons(json),
                new Limits(Double.NaN, Fields.number(json, "lowerLimit"), Fields.number(json, "upperLimit")));
    }

    private static List<StatedReason> reasons(JsonNode json) {
        List<StatedReason> reasons = new ArrayList<>();
        json.path("reasons")
                .forEach(code -> StatedReason.ofCode(code.asText("")).ifPresent(reasons::add));
        return reasons;
    }
}
