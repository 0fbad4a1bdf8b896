package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads what each process measured: a number, an array of samples whose mean counts, or {@code {"value": …, "samples": […]}}
 * where something other than the mean does.
 */
final class ProcessValues {

    private static final String FORM = "a number, an array of samples, or an object with value and samples";

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private int held;

    ProcessValues(JsonCursor cursor, ReadLimits limits) {
        this.cursor = cursor;
        this.limits = limits;
    }

    /** Begins the next benchmark, whose values are counted anew. */
    void clear() {
        held = 0;
    }

    /** The processes of the array at the cursor, in the metric's own unit. */
    List<Fork> parse() throws IOException {
        cursor.require(JsonToken.START_ARRAY, "processes", "an array with an entry for each process");
        List<Fork> forks = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            count();
            forks.add(process());
        }
        if (forks.isEmpty()) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    "processes is empty; write what each process measured, or failed with a reason");
        }
        return forks;
    }

    private Fork process() throws IOException {
        if (cursor.atNumber()) {
            return new Fork(finite("a process"), new double[0]);
        }
        if (cursor.at(JsonToken.START_ARRAY)) {
            double[] samples = samples();
            return new Fork(mean(samples), samples);
        }
        cursor.require(JsonToken.START_OBJECT, "a process", FORM);
        KnownFields fields = new KnownFields(cursor, "a process", Set.of("value", "samples"));
        double value = Double.NaN;
        double[] samples = {};
        while (fields.next()) {
            if (cursor.name().equals("value")) {
                value = finite("value");
            } else {
                samples = samples();
            }
        }
        if (!fields.has("value") && samples.length == 0) {
            fields.require("value", "write its value, or an array of samples");
        }
        return new Fork(fields.has("value") ? value : mean(samples), samples);
    }

    private double[] samples() throws IOException {
        cursor.require(JsonToken.START_ARRAY, "samples", "an array of numbers");
        double[] samples = new double[8];
        int size = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            count();
            if (size == samples.length) {
                samples = Arrays.copyOf(samples, 2 * size);
            }
            samples[size++] = finite("a sample");
        }
        if (size == 0) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD, "a process has no samples; write its value, or leave it out");
        }
        return Arrays.copyOf(samples, size);
    }

    /** The number at the cursor, which has to be one. */
    double finite(String field) throws IOException {
        double value = cursor.number(field);
        if (!Double.isFinite(value)) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    field + " is no number; leave it out, and write failed with a reason if nothing was measured");
        }
        return value;
    }

    private void count() {
        if (++held > limits.maxValues()) {
            throw cursor.refuse(
                    ProblemCode.TOO_MANY_VALUES,
                    "the benchmark has more than " + limits.maxValues() + " samples, expected fewer");
        }
    }

    static double mean(double[] samples) {
        return Arrays.stream(samples).sum() / samples.length;
    }
}
