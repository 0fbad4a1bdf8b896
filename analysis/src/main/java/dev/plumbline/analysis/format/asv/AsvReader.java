package dev.plumbline.analysis.format.asv;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.format.json.JsonParts;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a result file of airspeed velocity, which has the results of one commit in one environment: versions 1 and 2, and plain
 * numbers as the first versions wrote them. What the fields of the document mean is known at its end only, so its results are
 * passed on then.
 */
public final class AsvReader implements ResultReader {

    private final JsonDocument json = JsonDocument.withBareNonNumbers();
    private final AsvBenchmarks benchmarks;

    /** A reader that knows benchmarks by their names alone. */
    public AsvReader() {
        this(AsvBenchmarks.UNKNOWN);
    }

    /**
     * A reader that knows what the benchmarks of a suite are.
     *
     * @param benchmarks from its {@code benchmarks.json}
     */
    public AsvReader(AsvBenchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> {
            CheckedResults checked = new CheckedResults(limits, results);
            Map<String, JsonPart> fields = fields(cursor, limits);
            JsonDocument.requireEnd(cursor);
            JsonPart nothing = JsonPart.nothing("results", cursor.place());
            JsonPart found = fields.getOrDefault("results", nothing);
            AsvResults document = new AsvResults(fields, nothing, benchmarks, checked, limits);
            found.fields().forEach(document::add);
            checked.requireSome("asv wrote no results: each benchmark of this file is missing or was skipped");
        });
    }

    private static Map<String, JsonPart> fields(JsonCursor cursor, ReadLimits limits) throws IOException {
        if (!cursor.moreAfterThis() || !cursor.at(JsonToken.START_OBJECT)) {
            throw cursor.refuse(
                    ProblemCode.OTHER_DOCUMENT,
                    "the document isn't an object, expected a result file of asv: results/MACHINE/COMMIT-ENVIRONMENT.json");
        }
        JsonParts parts = new JsonParts(cursor, limits);
        Map<String, JsonPart> fields = new HashMap<>();
        while (cursor.nextField()) {
            String name = cursor.name();
            if (AsvResults.FIELDS.contains(name)) {
                fields.put(name, parts.read(name));
            } else {
                cursor.skip();
            }
        }
        return fields;
    }
}
