package dev.plumbline.analysis.format.google;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what Google Benchmark writes with {@code --benchmark_format=json} or {@code --benchmark_out}. The time that is judged is the
 * one that the benchmark measures by: the CPU's, or real time if its name says {@code real_time} or {@code manual_time}; the other is a
 * metric beside it. The fits of complexities aren't measurements and are left out, as are benchmarks that were skipped.
 */
public final class GoogleJsonReader implements ResultReader {

    /** What isn't a counter and isn't read. */
    private static final Set<String> PASSED_OVER = Set.of(
            "family_index",
            "per_family_instance_index",
            "repetitions",
            "repetition_index",
            "threads",
            "aggregate_unit",
            "label",
            "cpu_coefficient",
            "real_coefficient");

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> new Body(cursor, limits).read(results));
    }

    /** One document while it is read. */
    private static final class Body {

        private final JsonCursor cursor;
        private final ReadLimits limits;
        private final GoogleContext context;
        private final GoogleResults found;
        private final GoogleRows rows;

        Body(JsonCursor cursor, ReadLimits limits) {
            this.cursor = cursor;
            this.limits = limits;
            this.context = new GoogleContext(limits);
            this.found = new GoogleResults(limits);
            this.rows = new GoogleRows(found);
        }

        void read(Consumer<BenchmarkResult> results) throws IOException {
            cursor.next();
            cursor.require(JsonToken.START_OBJECT, "the document", "an object with context and benchmarks");
            while (cursor.nextField()) {
                switch (cursor.name()) {
                    case "context" -> context.read(cursor);
                    case "benchmarks" -> readBenchmarks();
                    default -> cursor.skip();
                }
            }
            JsonDocument.requireEnd(cursor);
            rows.finish();
            CheckedResults checked = new CheckedResults(limits, results);
            found.pass(context.setup(), checked);
            checked.requireSome("no benchmark of it was measured; see what the program printed");
        }

        private void readBenchmarks() throws IOException {
            cursor.require(JsonToken.START_ARRAY, "benchmarks", "an array");
            while (cursor.next() != JsonToken.END_ARRAY) {
                cursor.require(JsonToken.START_OBJECT, "an element of benchmarks", "an object");
                GoogleRow row = new GoogleRow();
                row.place = cursor.place();
                while (cursor.nextField()) {
                    readField(row);
                }
                if (row.name.isEmpty()) {
                    throw cursor.refuse(
                            ProblemCode.MISSING_FIELD, "the benchmark has no name; give the report as it was written");
                }
                rows.add(row);
            }
        }

        private void readField(GoogleRow row) throws IOException {
            String field = cursor.name();
            switch (field) {
                case "name" -> row.name = cursor.text(field, limits.maxNameLength());
                case "run_name" -> row.runName = cursor.text(field, limits.maxNameLength());
                case "run_type" -> row.runType = cursor.text(field, limits.maxNameLength());
                case "aggregate_name" -> row.aggregate = cursor.text(field, limits.maxNameLength());
                case "time_unit" -> row.timeUnit = cursor.text(field, limits.maxNameLength());
                case "error_message", "skip_message" -> row.message = cursor.text(field, limits.maxTextLength());
                case "error_occurred" ->
                    row.outcome = cursor.at(JsonToken.VALUE_TRUE) ? GoogleRow.Outcome.FAILED : row.outcome;
                case "skipped" ->
                    row.outcome = cursor.at(JsonToken.VALUE_TRUE) ? GoogleRow.Outcome.SKIPPED : row.outcome;
                case "real_time" -> row.realTime = cursor.number(field);
                case "cpu_time" -> row.cpuTime = cursor.number(field);
                case "iterations" -> row.iterations = cursor.number(field);
                case "big_o", "rms" -> {
                    row.fit = true;
                    cursor.skip();
                }
                default -> readCounter(row, field);
            }
        }

        private void readCounter(GoogleRow row, String field) throws IOException {
            if (PASSED_OVER.contains(field) || !cursor.atNumber()) {
                cursor.skip();
                return;
            }
            if (row.counters.size() == limits.maxMetrics()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES,
                        "the benchmark has more than " + limits.maxMetrics() + " counters");
            }
            row.counters.put(
                    cursor.storable("the name of a counter", field, limits.maxNameLength()), cursor.number(field));
        }
    }
}
