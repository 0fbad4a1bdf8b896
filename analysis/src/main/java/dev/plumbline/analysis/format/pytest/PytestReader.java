package dev.plumbline.analysis.format.pytest;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what pytest-benchmark writes with {@code --benchmark-json}, {@code --benchmark-save} and {@code --benchmark-autosave}. One
 * process measured all tests. What the machine is stands above the benchmarks in every version, so results are passed on as they come.
 */
public final class PytestReader implements ResultReader {

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> read(cursor, limits, new CheckedResults(limits, results)));
    }

    private static void read(JsonCursor cursor, ReadLimits limits, CheckedResults results) throws IOException {
        PytestMachine machine = new PytestMachine(limits);
        cursor.next();
        cursor.require(JsonToken.START_OBJECT, "the document", "an object with benchmarks");
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "machine_info" -> machine.read(cursor);
                case "benchmarks" -> readBenchmarks(cursor, limits, machine, results);
                default -> cursor.skip();
            }
        }
        JsonDocument.requireEnd(cursor);
        results.requireSome(
                "there is no benchmark in it; see what pytest printed, and whether --benchmark-only was right");
    }

    private static void readBenchmarks(
            JsonCursor cursor, ReadLimits limits, PytestMachine machine, CheckedResults results) throws IOException {
        cursor.require(JsonToken.START_ARRAY, "benchmarks", "an array");
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_OBJECT, "an element of benchmarks", "an object");
            cursor.beginResult(results.count() + 1);
            Place place = cursor.place();
            PytestBenchmark benchmark = new PytestBenchmark(limits);
            benchmark.read(cursor);
            if (benchmark.fullName().isEmpty()) {
                throw cursor.refuse(
                        ProblemCode.MISSING_FIELD,
                        "the benchmark has neither fullname nor name; give the file as pytest-benchmark wrote it");
            }
            benchmark.pass(place, machine, results);
            cursor.endResult();
        }
    }
}
