package dev.plumbline.analysis.format.jmh;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.RepeatedText;
import dev.plumbline.analysis.model.SamplePercentile;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the object of one metric: score, unit and raw data. */
final class MetricParser {

    private static final String FORKS = "an array of forks, each an array of iterations";
    private static final String SAMPLES = "an array of forks, of iterations, of pairs of value and count";
    /** The largest count of one value, and the largest number of samples of a fork: below it a double is exact. */
    private static final long MOST_SAMPLES = 1L << 52;

    /** The names of {@link SamplePercentile#ALL} in {@code scorePercentiles}. */
    private static final List<String> RANKS = SamplePercentile.ALL.stream()
            .map(percentile -> Double.toString(percentile.rank()))
            .toList();

    private static final int LOWEST = SamplePercentile.indexOf("p0.00");
    private static final int MEDIAN = SamplePercentile.indexOf("p0.50");
    private static final int HIGHEST = SamplePercentile.indexOf("p1.00");

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private final RawValues raw;
    private final Histogram fork = new Histogram();
    private final Set<MetricField> seen = EnumSet.noneOf(MetricField.class);
    private final RepeatedText unit = new RepeatedText();

    MetricParser(JsonCursor cursor, ReadLimits limits, RawValues raw) {
        this.cursor = cursor;
        this.limits = limits;
        this.raw = raw;
    }

    /** The metric whose object the cursor is at. */
    MetricDraft parse(String name, boolean primary) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.require(JsonToken.START_OBJECT, Place.printable(name), "an object");
        }
        MetricDraft draft = new MetricDraft(name);
        draft.firstFork = raw.forks();
        seen.clear();
        while (cursor.nextField()) {
            MetricField field = MetricField.of(cursor.name());
            if (field != MetricField.UNKNOWN && !seen.add(field)) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_FIELD,
                        Place.printable(name) + " has " + field.label() + " twice; write it once");
            }
            read(field, draft, primary);
        }
        requireSeen(MetricField.SCORE, name);
        requireSeen(MetricField.SCORE_UNIT, name);
        return draft;
    }

    private void requireSeen(MetricField field, String metric) {
        if (!seen.contains(field)) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD,
                    Place.printable(metric) + " has no " + field.label() + "; JMH always writes one");
        }
    }

    private void read(MetricField field, MetricDraft draft, boolean primary) throws IOException {
        switch (field) {
            case SCORE -> draft.score = cursor.number("score");
            case SCORE_ERROR -> draft.scoreError = cursor.number("scoreError");
            case SCORE_UNIT -> draft.unit = cursor.text("scoreUnit", limits.maxNameLength(), unit);
            case SCORE_CONFIDENCE -> {
                if (primary || !Double.isNaN(draft.scoreError)) {
                    cursor.skip();
                } else {
                    readConfidence(draft);
                }
            }
            case SCORE_PERCENTILES -> {
                readPercentiles(draft);
            }
            case RAW_DATA -> readRawData(draft);
            case RAW_DATA_HISTOGRAM -> {
                if (primary) {
                    readHistograms(draft);
                } else {
                    cursor.skip();
                }
            }
            case UNKNOWN -> cursor.skip();
        }
    }

    private void readConfidence(MetricDraft draft) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return;
        }
        cursor.require(JsonToken.START_ARRAY, "scoreConfidence", "an array of two numbers");
        int count = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            double bound = cursor.number("scoreConfidence");
            if (count == 0) {
                draft.confidenceLow = bound;
            } else if (count == 1) {
                draft.confidenceHigh = bound;
            }
            count++;
        }
        draft.confidenceGiven = count == 2;
    }

    private void readPercentiles(MetricDraft draft) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return;
        }
        cursor.require(JsonToken.START_OBJECT, "scorePercentiles", "an object");
        draft.percentiles = new double[SamplePercentile.ALL.size()];
        Arrays.fill(draft.percentiles, Double.NaN);
        while (cursor.nextField()) {
            int percentile = RANKS.indexOf(cursor.name());
            if (percentile < 0) {
                cursor.skip();
            } else {
                draft.percentiles[percentile] = cursor.number("scorePercentiles");
            }
        }
        draft.lowest = draft.percentiles[LOWEST];
        draft.median = draft.percentiles[MEDIAN];
        draft.highest = draft.percentiles[HIGHEST];
    }

    private void readRawData(MetricDraft draft) throws IOException {
        if (!beginForks(draft, "rawData", FORKS)) {
            return;
        }
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_ARRAY, "a fork of rawData", FORKS);
            while (cursor.next() != JsonToken.END_ARRAY) {
                add(cursor.number("rawData"));
            }
            endFork();
        }
        draft.forkCount = raw.forks() - draft.firstFork;
    }

    private void readHistograms(MetricDraft draft) throws IOException {
        if (!beginForks(draft, "rawDataHistogram", SAMPLES)) {
            return;
        }
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_ARRAY, "a fork of rawDataHistogram", SAMPLES);
            fork.clear();
            while (cursor.next() != JsonToken.END_ARRAY) {
                add(readIteration());
            }
            endFork();
            if (distinct() > limits.maxHistogramEntries()) {
                throw tooManyEntries();
            }
            draft.sampled.add(SampledFork.of(fork));
            draft.sampleSum += fork.sum();
            draft.samples += fork.samples();
        }
        draft.forkCount = raw.forks() - draft.firstFork;
    }

    /** Adds one iteration's histogram to the fork's and returns the mean of its samples; NaN when it has none. */
    private double readIteration() throws IOException {
        cursor.require(JsonToken.START_ARRAY, "an iteration of rawDataHistogram", SAMPLES);
        double sum = 0;
        long samples = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_ARRAY, "an entry of rawDataHistogram", SAMPLES);
            cursor.next();
            double value = cursor.number("a value of rawDataHistogram");
            if (!Double.isFinite(value)) {
                throw cursor.refuse(
                        ProblemCode.INVALID_FIELD, "a value of rawDataHistogram is not finite, expected a number");
            }
            cursor.next();
            long count = cursor.whole("a count of rawDataHistogram", 0, MOST_SAMPLES);
            cursor.next();
            cursor.require(JsonToken.END_ARRAY, "an entry of rawDataHistogram", "a pair of value and count");
            if (fork.samples() + count > MOST_SAMPLES) {
                throw cursor.refuse(
                        ProblemCode.NUMBER_OUT_OF_RANGE,
                        "a fork of rawDataHistogram has more than " + MOST_SAMPLES + " samples");
            }
            fork.add(value, count);
            if (fork.held() > 2 * limits.maxHistogramEntries() && distinct() > limits.maxHistogramEntries()) {
                throw tooManyEntries();
            }
            sum += value * count;
            samples += count;
        }
        return sum / samples;
    }

    private int distinct() {
        fork.merge();
        return fork.held();
    }

    private DocumentException tooManyEntries() {
        return cursor.refuse(
                ProblemCode.TOO_MANY_VALUES,
                "a fork's histogram has more than " + limits.maxHistogramEntries() + " different values");
    }

    /** Whether raw data begin at the cursor; rejected when the metric already has some. */
    private boolean beginForks(MetricDraft draft, String field, String expected) {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return false;
        }
        cursor.require(JsonToken.START_ARRAY, field, expected);
        if (seen.contains(MetricField.RAW_DATA)
                && seen.contains(MetricField.RAW_DATA_HISTOGRAM)
                && draft.forkCount > 0) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    draft.name + " has both rawData and rawDataHistogram; JMH writes one of them");
        }
        return true;
    }

    private void add(double value) {
        requireRoom();
        raw.add(value);
    }

    private void endFork() {
        requireRoom();
        raw.endFork();
    }

    private void requireRoom() {
        if (raw.held() >= limits.maxValues()) {
            throw cursor.refuse(
                    ProblemCode.TOO_MANY_VALUES,
                    "the result has more than " + limits.maxValues() + " iterations, expected fewer in one result");
        }
    }
}
