package dev.plumbline.collector.jmh;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a result is about.
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

    static ResultKey of(ObjectNode result) {
        Map<String, String> params = new TreeMap<>();
        result.path("params")
                .propertyStream()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        return new ResultKey(
                result.path("benchmark").asText(),
                result.path("mode").asText(),
                result.path("threads").asInt(),
                params);
    }
}
