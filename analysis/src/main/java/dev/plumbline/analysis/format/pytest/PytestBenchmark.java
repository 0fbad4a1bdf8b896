package dev.plumbline.analysis.format.pytest;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.Median;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One benchmark of pytest-benchmark. Its value is the median of its rounds: their mean is moved by the first one, which warms up, and by
 * every interruption. All times are in seconds for one call, also those of rounds with several.
 */
final class PytestBenchmark {

    private static final Unit UNIT = Unit.of("s/op");
    private static final int MOST_SETTINGS = 20;

    private final ReadLimits limits;
    private String name = "";
    private String fullName = "";
    private String id = "";
    private final List<String> parameters = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private double median = Double.NaN;
    private double mean = Double.NaN;
    private double[] rounds = {};

    PytestBenchmark(ReadLimits limits) {
        this.limits = limits;
    }

    /** What identifies it; empty if the file doesn't say. */
    String fullName() {
        return fullName.isEmpty() ? name : fullName;
    }

    /** Reads the object that the cursor is at. */
    void read(JsonCursor cursor) throws IOException {
        while (cursor.nextField()) {
            String field = cursor.name();
            switch (field) {
                case "name" -> name = cursor.text(field, limits.maxNameLength());
                case "fullname" -> {
                    fullName = cursor.text(field, limits.maxNameLength());
                    cursor.nameBenchmark(fullName);
                }
                case "param" -> id = textOrNothing(cursor, field);
                case "params" -> readParameters(cursor);
                case "options" -> readSettings(cursor, "");
                case "extra_info" -> readSettings(cursor, "extra_info.");
                case "stats" -> readStatistics(cursor);
                default -> cursor.skip();
            }
        }
    }

    private String textOrNothing(JsonCursor cursor, String field) throws IOException {
        if (cursor.at(JsonToken.VALUE_STRING)) {
            return cursor.text(field, limits.maxNameLength());
        }
        cursor.skip();
        return "";
    }

    private void readParameters(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            if (parameters.size() == limits.maxParams()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, "params has more than " + limits.maxParams() + " parameters");
            }
            parameters.add(cursor.storable("the name of a parameter", cursor.name(), limits.maxNameLength()));
            cursor.skip();
        }
    }

    /** Texts, truth values and numbers; a number with a fraction isn't a setting but was measured. */
    private void readSettings(JsonCursor cursor, String prefix) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            boolean setting = cursor.at(JsonToken.VALUE_STRING)
                    || cursor.at(JsonToken.VALUE_NUMBER_INT)
                    || cursor.at(JsonToken.VALUE_TRUE)
                    || cursor.at(JsonToken.VALUE_FALSE)
                    || (prefix.isEmpty() && cursor.at(JsonToken.VALUE_NUMBER_FLOAT));
            if (setting && settings.size() < MOST_SETTINGS) {
                String field = cursor.storable("the name of a setting", cursor.name(), limits.maxTextLength());
                settings.put(prefix + field, cursor.scalar(field, limits.maxTextLength()));
            } else {
                cursor.skip();
            }
        }
    }

    private void readStatistics(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "median" -> median = cursor.number("median");
                case "mean" -> mean = cursor.number("mean");
                case "data" -> rounds = readRounds(cursor);
                default -> cursor.skip();
            }
        }
    }

    private double[] readRounds(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_ARRAY)) {
            cursor.skip();
            return new double[0];
        }
        double[] values = new double[16];
        int size = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (size == limits.maxValues()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, "data has more than " + limits.maxValues() + " rounds");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = cursor.number("a round of data");
        }
        return Arrays.copyOf(values, size);
    }

    /** Passes on the result. */
    void pass(Place place, PytestMachine machine, CheckedResults results) {
        PytestName named = PytestName.of(fullName(), id, parameters);
        settings.putAll(machine.settings());
        Setup setup = Setup.of(Harness.PYTEST_BENCHMARK, "", settings);
        ResultNotes notes = new ResultNotes();
        rounds = Arrays.stream(rounds).filter(Double::isFinite).toArray();
        double value = Median.of(rounds);
        if (rounds.length == 0) {
            value = Double.isFinite(median) ? median : mean;
        }
        boolean measured = Double.isFinite(value);
        if (!measured) {
            notes.add(NoteCode.NOT_MEASURED, "it has no median that is a number, so there is nothing to compare");
        } else if (rounds.length == 0) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "the file has the median and no rounds, so it counts as one process whose samples aren't known;"
                            + " --benchmark-json (or --benchmark-save-data) keeps them");
        }
        Measurement score = new Measurement(
                new Metric(Metric.SCORE, UNIT),
                measured ? value : Double.NaN,
                Double.NaN,
                measured ? List.of(new Fork(value, rounds)) : List.of());
        results.add(
                place,
                new BenchmarkId(named.name(), named.params(), Mode.AVERAGE_TIME, 1),
                setup,
                score,
                List.of(),
                notes);
    }
}
