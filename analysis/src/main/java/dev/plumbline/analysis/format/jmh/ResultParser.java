package dev.plumbline.analysis.format.jmh;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.MetricName;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.RepeatedText;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the object of one result. Its fields may be in any order, so nothing is decided before its end. One
 * instance serves the whole document, one result after the other.
 */
final class ResultParser {

    private static final String PRIMARY = "primaryMetric";

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private final RawValues raw = new RawValues();
    private final MetricParser metrics;
    private final Measurements measurements = new Measurements(raw);
    private final ResultNotes notes = new ResultNotes();

    private static final SortedMap<String, String> NO_SETTINGS = Collections.emptySortedMap();

    private final Set<ResultField> seen = EnumSet.noneOf(ResultField.class);
    /** The texts of this result, or those of earlier ones if this one has none. */
    private final Map<ResultField, RepeatedText> texts = new EnumMap<>(ResultField.class);

    private final Map<ResultField, Integer> counts = new EnumMap<>(ResultField.class);
    private List<String> jvmArgs = List.of();
    private final List<RepeatedText> jvmArgTexts = new ArrayList<>();
    private final SortedMap<String, String> params = new TreeMap<>();
    private final List<MetricDraft> secondary = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private MetricDraft primary = new MetricDraft(PRIMARY);
    private String name = "";
    private Mode mode = Mode.THROUGHPUT;

    ResultParser(JsonCursor cursor, ReadLimits limits) {
        this.cursor = cursor;
        this.limits = limits;
        this.metrics = new MetricParser(cursor, limits, raw);
    }

    /**
     * The result whose object the cursor is at.
     *
     * @param number its place in the document, from 1
     */
    BenchmarkResult parse(int number) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            throw cursor.refuse(
                    ProblemCode.NOT_A_JMH_DOCUMENT,
                    "the array contains something that isn't an object, expected the results of jmh -rf json");
        }
        clear();
        while (cursor.nextField()) {
            ResultField field = ResultField.of(cursor.name());
            if (field != ResultField.UNKNOWN && !seen.add(field)) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_FIELD, "the result has " + field.label() + " twice; write it once");
            }
            if (field == ResultField.UNKNOWN || cursor.at(JsonToken.VALUE_NULL)) {
                seen.remove(field);
                cursor.skip();
            } else {
                read(field);
            }
        }
        return result(number);
    }

    private void clear() {
        seen.clear();
        counts.clear();
        jvmArgs = List.of();
        params.clear();
        secondary.clear();
        raw.clear();
    }

    private void read(ResultField field) throws IOException {
        switch (field) {
            case BENCHMARK -> {
                name = cursor.text("benchmark", limits.maxNameLength());
                cursor.nameBenchmark(name);
            }
            case MODE -> mode = readMode();
            case THREADS -> counts.put(field, (int) cursor.whole("threads", 1, Integer.MAX_VALUE));
            case PARAMS -> readParams();
            case PRIMARY_METRIC -> primary = metrics.parse(PRIMARY, true);
            case SECONDARY_METRICS -> readSecondary();
            case JVM_ARGS -> readJvmArgs();
            case JMH_VERSION, JVM, JDK_VERSION, VM_NAME, VM_VERSION, WARMUP_TIME, MEASUREMENT_TIME ->
                cursor.text(
                        field.label(),
                        limits.maxTextLength(),
                        texts.computeIfAbsent(field, first -> new RepeatedText()));
            case FORKS, WARMUP_ITERATIONS, WARMUP_BATCH_SIZE, MEASUREMENT_ITERATIONS, MEASUREMENT_BATCH_SIZE ->
                counts.put(field, (int) cursor.whole(field.label(), 0, Integer.MAX_VALUE));
            case CONFIGURATION_NAME, UNKNOWN -> cursor.skip();
        }
    }

    private Mode readMode() throws IOException {
        String label = cursor.text("mode", limits.maxNameLength());
        return Mode.ofJmh(label)
                .orElseThrow(() -> cursor.refuse(
                        ProblemCode.INVALID_FIELD,
                        "mode is \"" + Place.printable(label) + "\", expected thrpt, avgt, sample or ss"));
    }

    private void readParams() throws IOException {
        cursor.require(JsonToken.START_OBJECT, "params", "an object");
        while (cursor.nextField()) {
            String param = cursor.storable("the name of a parameter", cursor.name(), limits.maxNameLength());
            String value = cursor.scalar("the value of a parameter", limits.maxNameLength());
            if (params.putIfAbsent(param, value) != null) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_FIELD, "params has " + Place.printable(param) + " twice; write it once");
            }
            if (params.size() > limits.maxParams()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, "params has more than " + limits.maxParams() + " parameters");
            }
        }
    }

    private void readJvmArgs() throws IOException {
        cursor.require(JsonToken.START_ARRAY, "jvmArgs", "an array of texts");
        List<String> arguments = new ArrayList<>(jvmArgTexts.size());
        int length = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            int index = arguments.size();
            if (index == jvmArgTexts.size()) {
                jvmArgTexts.add(new RepeatedText());
            }
            String argument = cursor.text("an argument of jvmArgs", limits.maxTextLength(), jvmArgTexts.get(index));
            length += argument.length() + 1;
            if (length > limits.maxTextLength()) {
                throw cursor.refuse(
                        ProblemCode.TEXT_TOO_LONG, "jvmArgs has more than " + limits.maxTextLength() + " characters");
            }
            arguments.add(argument);
        }
        jvmArgs = arguments;
    }

    private void readSecondary() throws IOException {
        cursor.require(JsonToken.START_OBJECT, "secondaryMetrics", "an object");
        while (cursor.nextField()) {
            String label = cursor.storable("the name of a secondary metric", cursor.name(), limits.maxNameLength());
            if (secondary.size() == limits.maxMetrics()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES,
                        "secondaryMetrics has more than " + limits.maxMetrics() + " metrics");
            }
            secondary.add(metrics.parse(label, false));
        }
    }

    private BenchmarkResult result(int number) {
        if (!seen.contains(ResultField.BENCHMARK) && !seen.contains(ResultField.PRIMARY_METRIC)) {
            throw cursor.refuse(
                    ProblemCode.NOT_A_JMH_DOCUMENT,
                    "the object has neither benchmark nor primaryMetric, expected a result of jmh -rf json");
        }
        requireSeen(ResultField.BENCHMARK);
        requireSeen(ResultField.MODE);
        requireSeen(ResultField.PRIMARY_METRIC);
        if (name.isEmpty()) {
            throw cursor.refuse(ProblemCode.INVALID_FIELD, "benchmark is empty, expected class and method");
        }
        notes.clear();
        if (isKotlinx()) {
            notes.add(NoteCode.ONE_PROCESS, "kotlinx-benchmark measured it in one process, which counts as one fork");
        }
        if (!seen.contains(ResultField.THREADS)) {
            notes.add(NoteCode.THREADS_ASSUMED, "the document doesn't say how many threads ran; 1 is assumed");
        }
        BenchmarkId benchmark = new BenchmarkId(name, params, mode, counts.getOrDefault(ResultField.THREADS, 1));
        Measurement score = measurements.primary(primary, count(ResultField.FORKS), mode, notes);
        List<Measurement> others = measurements.secondary(named(name), primary, mode, notes);
        return new BenchmarkResult(number, benchmark, setup(), score, others, notes.of(number, name));
    }

    /** The secondary metrics under the model's names for them, each name once. */
    private List<MetricDraft> named(String benchmark) {
        names.clear();
        for (MetricDraft draft : secondary) {
            String label = draft.name;
            draft.name = MetricName.of(label, benchmark);
            if (!names.add(draft.name)) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_METRIC,
                        "secondaryMetrics has " + Place.printable(draft.name) + " twice"
                                + (draft.name.equals(label) ? "" : ", once as " + Place.printable(label))
                                + "; keep one of them");
            }
        }
        return secondary;
    }

    private void requireSeen(ResultField field) {
        if (!seen.contains(field)) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD, "the result has no " + field.label() + "; JMH always writes one");
        }
    }

    /** Whether kotlinx-benchmark measured it without JMH, on native or in JavaScript. */
    private boolean isKotlinx() {
        return seen.contains(ResultField.CONFIGURATION_NAME) && !seen.contains(ResultField.FORKS);
    }

    private Setup setup() {
        return new Setup(
                isKotlinx() ? Harness.KOTLINX : Harness.JMH,
                text(ResultField.JMH_VERSION),
                text(ResultField.JVM),
                jvmArgs,
                text(ResultField.JDK_VERSION),
                text(ResultField.VM_NAME),
                text(ResultField.VM_VERSION),
                count(ResultField.FORKS),
                count(ResultField.WARMUP_ITERATIONS),
                text(ResultField.WARMUP_TIME),
                count(ResultField.WARMUP_BATCH_SIZE),
                count(ResultField.MEASUREMENT_ITERATIONS),
                text(ResultField.MEASUREMENT_TIME),
                count(ResultField.MEASUREMENT_BATCH_SIZE),
                NO_SETTINGS);
    }

    private String text(ResultField field) {
        RepeatedText text = texts.get(field);
        return text == null || !seen.contains(field) ? "" : text.text();
    }

    private int count(ResultField field) {
        return counts.getOrDefault(field, -1);
    }
}
