package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;

/** Fields for which JSON has no form: unknown numbers are null, outcomes are their words. */
final class Fields {

    private Fields() {}

    static void put(ObjectNode json, String name, double number) {
        if (Double.isFinite(number)) {
            json.put(name, number);
        } else {
            json.putNull(name);
        }
    }

    static double number(JsonNode json, String name) {
        return json.path(name).asDouble(Double.NaN);
    }

    /** An outcome that only a later version knows is shown as what it is to the user: unclear. */
    static Outcome outcome(JsonNode json) {
        return Outcome.ofLabel(json.path("outcome").asText("")).orElse(Outcome.INCONCLUSIVE);
    }

    static void put(ObjectNode json, Effect effect) {
        put(json, "ratio", effect.ratio());
        put(json, "low", effect.low());
        put(json, "high", effect.high());
    }

    static Effect effect(JsonNode json) {
        return new Effect(number(json, "ratio"), number(json, "low"), number(json, "high"));
    }
}
