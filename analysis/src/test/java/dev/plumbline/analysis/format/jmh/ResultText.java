package dev.plumbline.analysis.format.jmh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON of one result, field by field, for documents that a test writes out. */
final class ResultText {

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** An average-time result of {@code com.acme.Foo.bar} with two forks of two iterations, in us/op. */
    static ResultText result() {
        return new ResultText()
                .with("benchmark", "\"com.acme.Foo.bar\"")
                .with("mode", "\"avgt\"")
                .with("threads", "1")
                .with("forks", "2")
                .with("primaryMetric", metric("2.5", "us/op", "[[1.0, 2.0], [3.0, 4.0]]"))
                .with("secondaryMetrics", "{}");
    }

    /** A metric with a score, a unit and raw data, and an error as an average of more than two values has. */
    static String metric(String score, String unit, String rawData) {
        return "{\"score\": " + score + ", \"scoreError\": 0.1, \"scoreUnit\": \"" + unit + "\", \"rawData\": "
                + rawData + "}";
    }

    /** A metric as JMH writes a sum, a maximum or a minimum: no error, and the score as both ends of the interval. */
    static String total(String score, String unit, String rawData) {
        return "{\"score\": " + score + ", \"scoreError\": \"NaN\", \"scoreConfidence\": [" + score + ", " + score
                + "], \"scoreUnit\": \"" + unit + "\", \"rawData\": " + rawData + "}";
    }

    ResultText with(String field, String json) {
        fields.put(field, json);
        return this;
    }

    ResultText without(String field) {
        fields.remove(field);
        return this;
    }

    /** Puts one metric into the secondary metrics, behind those that are there. */
    ResultText secondary(String name, String json) {
        String before = fields.getOrDefault("secondaryMetrics", "{}");
        String inner = before.substring(1, before.length() - 1);
        return with(
                "secondaryMetrics", "{" + inner + (inner.isEmpty() ? "" : ", ") + "\"" + name + "\": " + json + "}");
    }

    /** The object alone. */
    String json() {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    /** A document of this result alone. */
    String document() {
        return "[" + json() + "]";
    }
}
