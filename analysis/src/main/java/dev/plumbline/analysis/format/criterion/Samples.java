package dev.plumbline.analysis.format.criterion;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;
import java.util.Arrays;

/**
 * The samples of one process.
 *
 * @param iterations how many iterations each took together; positive
 * @param times how many nanoseconds they took
 */
record Samples(double[] iterations, double[] times) {

    private static final double SECONDS = 1e-9;

    /** A {@code sample.json}, at its first token: an object, or before Criterion 0.3.3 an array of iterations and times. */
    static Samples read(JsonCursor cursor, ReadLimits limits) throws IOException {
        double[] iterations = null;
        double[] times = null;
        if (cursor.at(JsonToken.START_ARRAY)) {
            cursor.next();
            iterations = numbers(cursor, "iters", limits);
            cursor.next();
            times = numbers(cursor, "times", limits);
            if (cursor.next() != JsonToken.END_ARRAY) {
                throw cursor.refuse(
                        ProblemCode.INVALID_FIELD, "sample.json has more than two arrays, expected iters and times");
            }
            return checked(cursor, iterations, times);
        }
        cursor.require(JsonToken.START_OBJECT, "sample.json", "an object with iters and times");
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "iters" -> iterations = numbers(cursor, "iters", limits);
                case "times" -> times = numbers(cursor, "times", limits);
                default -> cursor.skip();
            }
        }
        if (iterations == null || times == null) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD,
                    "sample.json has no " + (iterations == null ? "iters" : "times")
                            + "; give the file as Criterion wrote it");
        }
        return checked(cursor, iterations, times);
    }

    /** Samples of these numbers, refused at the cursor if they aren't such. */
    static Samples checked(JsonCursor cursor, double[] iterations, double[] times) {
        if (iterations.length != times.length || times.length == 0) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    "there are " + times.length + " times for " + iterations.length
                            + " numbers of iterations, expected one for each, at least one");
        }
        for (int i = 0; i < times.length; i++) {
            if (!(iterations[i] > 0) || !(times[i] >= 0) || Double.isInfinite(iterations[i] + times[i])) {
                throw cursor.refuse(
                        ProblemCode.INVALID_FIELD,
                        "sample " + (i + 1) + " says that " + iterations[i] + " iterations took " + times[i]
                                + " ns, expected positive numbers");
            }
        }
        return new Samples(iterations, times);
    }

    /** The numbers of an array, at its bracket. */
    static double[] numbers(JsonCursor cursor, String field, ReadLimits limits) throws IOException {
        cursor.require(JsonToken.START_ARRAY, field, "an array of numbers");
        double[] numbers = new double[100];
        int count = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (count == limits.maxValues()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, field + " has more than " + limits.maxValues() + " numbers");
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = cursor.number(field);
        }
        return Arrays.copyOf(numbers, count);
    }

    int count() {
        return times.length;
    }

    /** Whether all samples are equally long, so that no line can be fitted through them. */
    boolean flat() {
        return Arrays.stream(iterations).allMatch(each -> each == iterations[0]);
    }

    /** Seconds for each iteration of a sample, in the order of the samples. */
    double[] seconds() {
        double[] seconds = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            seconds[i] = times[i] / iterations[i] * SECONDS;
        }
        return seconds;
    }

    /** Seconds for each iteration: the slope of the line through the origin with the least squared distance in time. */
    double slope() {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            products += iterations[i] * times[i];
            squares += iterations[i] * iterations[i];
        }
        return products / squares * SECONDS;
    }
}
