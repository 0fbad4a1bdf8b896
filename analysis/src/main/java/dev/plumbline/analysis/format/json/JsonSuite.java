package dev.plumbline.analysis.format.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A document that is an object with facts about the whole run and an array of benchmarks, in any order. Benchmarks are read one
 * after the other; those before the facts are kept until these are known.
 *
 * @param facts the field with the facts
 * @param benchmarks the field with the array
 */
public record JsonSuite(String facts, String benchmarks) {

    /**
     * Reads the document.
     *
     * @param each gets the facts and one benchmark
     */
    public void read(JsonCursor cursor, ReadLimits limits, BiConsumer<JsonPart, JsonPart> each) throws IOException {
        if (!cursor.moreAfterThis() || !cursor.at(JsonToken.START_OBJECT)) {
            throw cursor.refuse(
                    ProblemCode.OTHER_DOCUMENT,
                    "the document isn't an object with " + benchmarks + "; give the whole file");
        }
        JsonParts parts = new JsonParts(cursor, limits);
        JsonPart known = JsonPart.nothing(facts, cursor.place());
        List<JsonPart> kept = new ArrayList<>();
        while (cursor.nextField()) {
            if (cursor.name().equals(facts)) {
                known = new JsonParts(cursor, limits).read(facts);
            } else if (cursor.name().equals(benchmarks)) {
                readBenchmarks(cursor, parts, known, kept, each);
            } else {
                cursor.skip();
            }
        }
        JsonDocument.requireEnd(cursor);
        for (JsonPart benchmark : kept) {
            each.accept(known, benchmark);
        }
    }

    private void readBenchmarks(
            JsonCursor cursor,
            JsonParts parts,
            JsonPart known,
            List<JsonPart> kept,
            BiConsumer<JsonPart, JsonPart> each)
            throws IOException {
        cursor.require(JsonToken.START_ARRAY, benchmarks, "an array");
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_OBJECT, "an element of " + benchmarks, "an object");
            JsonPart benchmark = parts.read(benchmarks);
            if (known.exists()) {
                each.accept(known, benchmark);
                parts.renew();
            } else {
                kept.add(benchmark);
            }
        }
    }
}
