package dev.plumbline.analysis.format.action;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the files that github-action-benchmark takes as {@code customSmallerIsBetter} and {@code customBiggerIsBetter}: an array of
 * objects with {@code name}, {@code unit} and {@code value}. Which of the two it is stands in the workflow and not in the file, so the
 * unit says which way is better, if it is known. {@code range} is a text whose meaning each harness chose, and isn't read.
 */
public final class BenchmarkActionReader implements ResultReader {

    private static final Setup SETUP = Setup.unknown(Harness.OTHER);

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> new Body(cursor, limits, new CheckedResults(limits, results)).read());
    }

    /** One document while it is read. */
    private record Body(JsonCursor cursor, ReadLimits limits, CheckedResults results) {

        void read() throws IOException {
            cursor.next();
            cursor.require(JsonToken.START_ARRAY, "the document", "an array of benchmarks");
            while (cursor.next() != JsonToken.END_ARRAY) {
                cursor.require(JsonToken.START_OBJECT, "an element of the array", "an object");
                cursor.beginResult(results.count() + 1);
                readBenchmark(cursor.place());
                cursor.endResult();
            }
            JsonDocument.requireEnd(cursor);
            results.requireSome("the array is empty: no benchmark was measured");
        }

        private void readBenchmark(Place place) throws IOException {
            String name = "";
            String unit = "";
            double value = Double.NaN;
            while (cursor.nextField()) {
                switch (cursor.name()) {
                    case "name" -> {
                        name = cursor.text("name", limits.maxNameLength());
                        cursor.nameBenchmark(name);
                    }
                    case "unit" -> unit = cursor.text("unit", limits.maxNameLength());
                    case "value" -> value = cursor.number("value");
                    default -> cursor.skip();
                }
            }
            if (name.isBlank()) {
                throw cursor.refuse(ProblemCode.MISSING_FIELD, "the benchmark has no name; write one");
            }
            pass(place, name, Unit.of(unit), value);
        }

        private void pass(Place place, String name, Unit unit, double value) {
            ResultNotes notes = new ResultNotes();
            if (!unit.known()) {
                notes.unknownUnit(unit.symbol(), Metric.SCORE);
            }
            if (Double.isFinite(value)) {
                notes.addToAll(
                        NoteCode.MEAN_ONLY,
                        "the file has one value of each benchmark and no samples, so it counts as one process");
            } else {
                notes.add(NoteCode.NOT_MEASURED, "it has no value, so it counts as failed");
            }
            results.add(
                    place,
                    new BenchmarkId(name, Map.of(), Mode.usualOf(unit), 1),
                    SETUP,
                    new OneProcess(unit).of(Metric.SCORE, value),
                    List.of(),
                    notes);
        }
    }
}
