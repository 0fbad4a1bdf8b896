package dev.plumbline.analysis.format.hyperfine;

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
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads what hyperfine writes with {@code --export-json}, of every version: the first ones have no times of runs, those up to 1.9 no
 * exit codes, and 1.19 has the peak memory of each run. A command whose runs didn't all end with exit code 0 counts as failed, also when
 * hyperfine was told to ignore that ({@code -i}).
 */
public final class HyperfineJsonReader implements ResultReader {

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> new Body(cursor, limits, new CheckedResults(limits, results)).read());
    }

    /** One document while it is read. */
    private record Body(JsonCursor cursor, ReadLimits limits, CheckedResults results) {

        void read() throws IOException {
            cursor.next();
            cursor.require(JsonToken.START_OBJECT, "the document", "an object with results");
            while (cursor.nextField()) {
                if (cursor.name().equals("results")) {
                    readResults();
                } else {
                    cursor.skip();
                }
            }
            JsonDocument.requireEnd(cursor);
            results.requireSome("there is no command in it; see what hyperfine printed");
        }

        private void readResults() throws IOException {
            cursor.require(JsonToken.START_ARRAY, "results", "an array");
            while (cursor.next() != JsonToken.END_ARRAY) {
                cursor.require(JsonToken.START_OBJECT, "an element of results", "an object");
                cursor.beginResult(results.count() + 1);
                Place place = cursor.place();
                HyperfineCommand command = new HyperfineCommand();
                while (cursor.nextField()) {
                    readField(command);
                }
                if (command.command.isBlank()) {
                    throw cursor.refuse(
                            ProblemCode.MISSING_FIELD,
                            "the result has no command; give the file as hyperfine wrote it");
                }
                command.pass(place, results);
                cursor.endResult();
            }
        }

        private void readField(HyperfineCommand command) throws IOException {
            String field = cursor.name();
            switch (field) {
                case "command" -> {
                    command.command = cursor.text(field, limits.maxNameLength());
                    cursor.nameBenchmark(command.command);
                }
                case "mean" -> command.mean = cursor.number(field);
                case "user" -> command.user = cursor.number(field);
                case "system" -> command.system = cursor.number(field);
                case "times" -> command.times = numbers(field);
                case "memory_usage_byte" -> command.memory = numbers(field);
                case "exit_codes" -> command.failed = failed();
                case "parameters" -> readParameters(command);
                case "parameter" -> {
                    if (cursor.at(JsonToken.VALUE_STRING)) {
                        command.parameters.put("parameter", cursor.text(field, limits.maxNameLength()));
                    } else {
                        cursor.skip();
                    }
                }
                default -> cursor.skip();
            }
        }

        private double[] numbers(String field) throws IOException {
            if (!cursor.at(JsonToken.START_ARRAY)) {
                cursor.skip();
                return new double[0];
            }
            double[] values = new double[16];
            int size = 0;
            while (cursor.next() != JsonToken.END_ARRAY) {
                requireRoom(field, size);
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size++] = cursor.number("an element of " + field);
            }
            return Arrays.copyOf(values, size);
        }

        /** How many codes aren't 0; a process that a signal ended has none. */
        private int failed() throws IOException {
            if (!cursor.at(JsonToken.START_ARRAY)) {
                cursor.skip();
                return 0;
            }
            int failed = 0;
            int size = 0;
            while (cursor.next() != JsonToken.END_ARRAY) {
                requireRoom("exit_codes", size++);
                failed += cursor.number("an exit code") == 0 ? 0 : 1;
            }
            return failed;
        }

        private void requireRoom(String field, int size) {
            if (size == limits.maxValues()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, field + " has more than " + limits.maxValues() + " elements");
            }
        }

        private void readParameters(HyperfineCommand command) throws IOException {
            if (!cursor.at(JsonToken.START_OBJECT)) {
                cursor.skip();
                return;
            }
            while (cursor.nextField()) {
                if (command.parameters.size() == limits.maxParams()) {
                    throw cursor.refuse(
                            ProblemCode.TOO_MANY_VALUES,
                            "parameters has more than " + limits.maxParams() + " parameters");
                }
                String name = cursor.storable("the name of a parameter", cursor.name(), limits.maxNameLength());
                command.parameters.put(
                        name, cursor.scalar("parameters." + Place.printable(name), limits.maxNameLength()));
            }
        }
    }
}
