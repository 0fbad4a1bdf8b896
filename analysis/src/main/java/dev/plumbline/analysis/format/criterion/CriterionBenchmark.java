package dev.plumbline.analysis.format.criterion;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark is called, and how much one iteration of it works through.
 *
 * @param id the full id without the value, which is a parameter
 * @param throughputs none if the benchmark says nothing of it
 */
record CriterionBenchmark(BenchmarkId id, List<Throughput> throughputs) {

    /** The name of the parameter that {@code BenchmarkId::new(function, value)} gives no name. */
    static final String VALUE = "value";

    /** A {@code benchmark.json}, at its first token. */
    static CriterionBenchmark read(JsonCursor cursor, ReadLimits limits) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "benchmark.json", "an object");
        String fullId = "";
        String value = "";
        List<Throughput> throughputs = List.of();
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "full_id" -> {
                    fullId = cursor.text("full_id", limits.maxNameLength());
                    cursor.nameBenchmark(fullId);
                }
                case "value_str" -> {
                    if (!cursor.at(JsonToken.VALUE_NULL)) {
                        value = cursor.text("value_str", limits.maxNameLength());
                    }
                }
                case "throughput" -> throughputs = throughputs(cursor);
                default -> cursor.skip();
            }
        }
        if (fullId.isEmpty()) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD,
                    "benchmark.json has no full_id, which Criterion writes; give the folder as Criterion wrote it");
        }
        return new CriterionBenchmark(id(fullId, value), throughputs);
    }

    /**
     * The identity. Criterion makes the full id of group, function and value with slashes between them; so the name is what
     * stands before the value, and two full ids never become one.
     */
    private static BenchmarkId id(String fullId, String value) {
        boolean named = !value.isEmpty() && fullId.endsWith("/" + value) && fullId.length() > value.length() + 1;
        return named
                ? new BenchmarkId(
                        fullId.substring(0, fullId.length() - value.length() - 1),
                        Map.of(VALUE, value),
                        Mode.AVERAGE_TIME,
                        1)
                : of(fullId);
    }

    /** The identity of a full id whose parts aren't known. */
    static BenchmarkId of(String fullId) {
        return new BenchmarkId(fullId, Map.of(), Mode.AVERAGE_TIME, 1);
    }

    /** {@code {"Bytes": 18}}, or {@code {"ElementsAndBytes": {"elements": 3, "bytes": 24}}} since Criterion 0.6. */
    private static List<Throughput> throughputs(JsonCursor cursor) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return List.of();
        }
        cursor.require(JsonToken.START_OBJECT, "throughput", "an object");
        List<Throughput> throughputs = new ArrayList<>();
        while (cursor.nextField()) {
            if (cursor.at(JsonToken.START_OBJECT)) {
                throughputs.addAll(throughputs(cursor));
            } else {
                String counted = cursor.name();
                Throughput.of(counted, cursor.number(counted)).ifPresent(throughputs::add);
            }
            if (throughputs.size() > 2) {
                throw cursor.refuse(ProblemCode.INVALID_FIELD, "throughput has more than bytes and elements");
            }
        }
        return throughputs;
    }
}
