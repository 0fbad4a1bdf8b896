package dev.plumbline.collector.jmh;

import dev.plumbline.collector.json.JsonObject;
import java.util.Map;

/**
 * What a result is of.
 *
 * @param benchmark class and method
 * @param mode as in the document
 * @param threads how many
 * @param params by name
 */
public record ResultKey(String benchmark, String mode, int threads, Map<String, String> params) {

    public ResultKey {
        params = Map.copyOf(params);
    }

    static ResultKey of(JsonObject result) {
        return new ResultKey(
                result.text("benchmark"),
                result.text("mode"),
                result.integer("threads"),
                result.object("params").textFields());
    }
}
