package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Plumbline's own form: an object with {@code "plumbline": 1}, the harness and the benchmarks. Benchmarks may also follow
 * behind the object, one value each, so that a harness can write each as soon as it is measured (JSON lines).
 */
public final class PlumblineReader implements ResultReader {

    /** The version of the form that is read and written. */
    static final int VERSION = 1;

    private static final Set<String> FIELDS = Set.of("plumbline", "harness", "benchmarks");

    private final JsonDocument json = new JsonDocument();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> readDocument(cursor, limits, new CheckedResults(limits, results)));
    }

    private static void readDocument(JsonCursor cursor, ReadLimits limits, CheckedResults results) throws IOException {
        if (!cursor.moreAfterThis()) {
            throw cursor.refuse(ProblemCode.EMPTY_DOCUMENT, "the document contains only white space");
        }
        BenchmarkParser benchmark = new BenchmarkParser(cursor, limits, results);
        Setup setup = Setup.unknown(Harness.OTHER);
        KnownFields fields = new KnownFields(cursor, "the document", FIELDS);
        while (fields.next()) {
            switch (cursor.name()) {
                case "plumbline" -> requireVersion(cursor);
                case "harness" -> {
                    if (fields.has("benchmarks")) {
                        throw cursor.refuse(
                                ProblemCode.INVALID_FIELD, "harness follows benchmarks; write it before them");
                    }
                    setup = new HarnessParser(cursor, limits).parse();
                }
                default -> readBenchmarks(cursor, benchmark, setup);
            }
        }
        fields.require("plumbline", "write \"plumbline\": " + VERSION);
        while (cursor.moreAfterThis()) {
            benchmark.parse(setup);
        }
        results.requireSome("the document has no benchmarks; was anything measured?");
    }

    private static void readBenchmarks(JsonCursor cursor, BenchmarkParser benchmark, Setup setup) throws IOException {
        cursor.require(JsonToken.START_ARRAY, "benchmarks", "an array of benchmarks");
        while (cursor.next() != JsonToken.END_ARRAY) {
            benchmark.parse(setup);
        }
    }

    private static void requireVersion(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.VALUE_NUMBER_INT) || cursor.whole("plumbline", 0, Integer.MAX_VALUE) != VERSION) {
            throw cursor.refuse(ProblemCode.INVALID_FIELD, "plumbline is the version of the form, expected " + VERSION);
        }
    }
}
