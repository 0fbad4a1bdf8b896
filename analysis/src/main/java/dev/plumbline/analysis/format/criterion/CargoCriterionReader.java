package dev.plumbline.analysis.format.criterion;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the messages of {@code cargo criterion --message-format=json}: one JSON value after the other, of which those with
 * the reason {@code benchmark-complete} are results. A message names a benchmark by its full id alone, so a value is part of its
 * name.
 */
public final class CargoCriterionReader implements ResultReader {

    private final JsonDocument json = new JsonDocument();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        CriterionResults checked = new CriterionResults(limits, results);
        json.read(in, limits, cursor -> {
            int number = 0;
            while (cursor.moreAfterThis()) {
                cursor.beginResult(++number);
                cursor.require(JsonToken.START_OBJECT, "the message", "an object on a line");
                message(cursor, limits, checked);
            }
            cursor.endResult();
        });
        checked.requireSome();
    }

    private static void message(JsonCursor cursor, ReadLimits limits, CriterionResults results) throws IOException {
        Message message = new Message();
        Place begins = cursor.place();
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "reason" -> message.reason = cursor.text("reason", limits.maxNameLength());
                case "id" -> {
                    message.id = cursor.scalar("id", limits.maxNameLength());
                    cursor.nameBenchmark(message.id);
                }
                case "unit" -> message.unit = cursor.text("unit", limits.maxNameLength());
                case "iteration_count" -> message.iterations = Samples.numbers(cursor, "iteration_count", limits);
                case "measured_values" -> message.times = Samples.numbers(cursor, "measured_values", limits);
                case "throughput" -> message.throughputs = throughputs(cursor, limits);
                case "mean" -> message.mean = estimate(cursor);
                case "median" -> message.median = estimate(cursor);
                case "slope" -> message.slope = estimate(cursor);
                default -> cursor.skip();
            }
        }
        if (!message.reason.equals("benchmark-complete")) {
            return;
        }
        if (message.id.isEmpty()) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD, "the message names no benchmark; give the file as it was written");
        }
        double factor = nanoseconds(message.unit, cursor);
        double[] times = Arrays.stream(message.times).map(time -> time * factor).toArray();
        results.add(
                new Place(begins.line(), begins.column(), 0, ""),
                new CriterionBenchmark(CriterionBenchmark.of(message.id), message.throughputs),
                Samples.checked(cursor, message.iterations, times),
                factor == 1
                        ? Optional.of(new Estimates(message.median, message.mean, message.slope))
                        : Optional.empty());
    }

    /** What was read of a message. */
    private static final class Message {
        private String reason = "";
        private String id = "";
        private String unit = "ns";
        private double[] iterations = new double[0];
        private double[] times = new double[0];
        private List<Throughput> throughputs = List.of();
        private Estimates.Estimate mean = Estimates.Estimate.ofNanoseconds(Double.NaN, Double.NaN, Double.NaN);
        private Estimates.Estimate median = mean;
        private Estimates.Estimate slope = mean;
    }

    private static Estimates.Estimate estimate(JsonCursor cursor) throws IOException {
        return Estimates.estimate(cursor);
    }

    /** {@code [{"per_iteration": 18, "unit": "bytes"}]}. */
    private static List<Throughput> throughputs(JsonCursor cursor, ReadLimits limits) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return List.of();
        }
        cursor.require(JsonToken.START_ARRAY, "throughput", "an array");
        List<Throughput> throughputs = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_OBJECT, "throughput", "an array of objects");
            double perIteration = Double.NaN;
            String unit = "";
            while (cursor.nextField()) {
                switch (cursor.name()) {
                    case "per_iteration" -> perIteration = cursor.number("per_iteration");
                    case "unit" -> unit = cursor.text("unit", limits.maxNameLength());
                    default -> cursor.skip();
                }
            }
            Throughput.of(unit, perIteration).ifPresent(throughputs::add);
            if (throughputs.size() > 2) {
                throw cursor.refuse(ProblemCode.INVALID_FIELD, "throughput has more than bytes and elements");
            }
        }
        return throughputs;
    }

    private static double nanoseconds(String unit, JsonCursor cursor) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "ps" -> 1e-3;
            default -> throw notATime(unit, cursor);
        };
    }

    private static DocumentException notATime(String unit, JsonCursor cursor) {
        return cursor.refuse(
                ProblemCode.INVALID_FIELD,
                "the benchmark was measured in " + Place.printable(unit)
                        + ", which is no time; measure with Criterion's wall clock, or write the values in Plumbline's own form");
    }
}
