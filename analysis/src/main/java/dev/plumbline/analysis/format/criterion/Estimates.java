package dev.plumbline.analysis.format.criterion;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;
import java.util.Locale;

/**
 * What Criterion estimates of the time of an iteration.
 *
 * @param median of the samples
 * @param mean of the samples
 * @param slope of the line through them; not known if all are equally long
 */
record Estimates(Estimate median, Estimate mean, Estimate slope) {

    private static final double SECONDS = 1e-9;

    /**
     * A figure with its interval.
     *
     * @param seconds NaN if the file doesn't have it
     * @param error half the width of its interval of 95 %, in seconds; NaN if the file doesn't have it
     */
    record Estimate(double seconds, double error) {

        private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);

        /** The estimate of nanoseconds. */
        static Estimate ofNanoseconds(double value, double lower, double upper) {
            return new Estimate(value * SECONDS, Math.abs(upper - lower) / 2 * SECONDS);
        }

        boolean known() {
            return Double.isFinite(seconds);
        }
    }

    /** An {@code estimates.json}, at its first token: the names have capitals before Criterion 0.3.3, and no underscores. */
    static Estimates read(JsonCursor cursor) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "estimates.json", "an object");
        Estimate median = Estimate.NONE;
        Estimate mean = Estimate.NONE;
        Estimate slope = Estimate.NONE;
        while (cursor.nextField()) {
            switch (cursor.name().toLowerCase(Locale.ROOT)) {
                case "median" -> median = estimate(cursor);
                case "mean" -> mean = estimate(cursor);
                case "slope" -> slope = estimate(cursor);
                default -> cursor.skip();
            }
        }
        return new Estimates(median, mean, slope);
    }

    /** An estimate of a file or a message, whose names differ; null if there is none. */
    static Estimate estimate(JsonCursor cursor) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return Estimate.NONE;
        }
        cursor.require(JsonToken.START_OBJECT, "an estimate", "an object");
        double value = Double.NaN;
        double lower = Double.NaN;
        double upper = Double.NaN;
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "point_estimate", "estimate" -> value = cursor.number(cursor.name());
                case "lower_bound" -> lower = cursor.number("lower_bound");
                case "upper_bound" -> upper = cursor.number("upper_bound");
                case "confidence_interval" -> {
                    cursor.require(JsonToken.START_OBJECT, "confidence_interval", "an object");
                    while (cursor.nextField()) {
                        switch (cursor.name()) {
                            case "lower_bound" -> lower = cursor.number("lower_bound");
                            case "upper_bound" -> upper = cursor.number("upper_bound");
                            default -> cursor.skip();
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return Estimate.ofNanoseconds(value, lower, upper);
    }
}
