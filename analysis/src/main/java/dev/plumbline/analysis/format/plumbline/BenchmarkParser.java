package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one benchmark: its identity with its metrics, or with the reason why it failed. */
final class BenchmarkParser {

    private static final Set<String> FIELDS = Set.of("name", "params", "mode", "threads", "metrics", "failed");

    /** Threads beyond any machine. */
    private static final int MOST_THREADS = 1_000_000;

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private final CheckedResults results;
    private final ResultNotes notes = new ResultNotes();
    private final PlumblineMetricParser metric;

    BenchmarkParser(JsonCursor cursor, ReadLimits limits, CheckedResults results) {
        this.cursor = cursor;
        this.limits = limits;
        this.results = results;
        this.metric = new PlumblineMetricParser(cursor, limits, notes);
    }

    /** Passes on the benchmark at the cursor. */
    void parse(Setup setup) throws IOException {
        cursor.beginResult(results.count() + 1);
        notes.clear();
        metric.clear();
        Place place = cursor.place();
        KnownFields fields = new KnownFields(cursor, "a benchmark", FIELDS);
        String name = "";
        Map<String, String> params = Map.of();
        Optional<Mode> mode = Optional.empty();
        int threads = 1;
        List<Measurement> metrics = new ArrayList<>();
        while (fields.next()) {
            switch (cursor.name()) {
                case "name" -> name = name();
                case "params" -> params = new HarnessParser(cursor, limits).texts("params");
                case "mode" -> mode = Optional.of(mode());
                case "threads" -> threads = (int) cursor.whole("threads", 1, MOST_THREADS);
                case "metrics" -> readMetrics(metrics);
                default ->
                    notes.add(
                            NoteCode.NOT_MEASURED,
                            "it failed: " + Place.printable(cursor.text("failed", limits.maxTextLength())));
            }
        }
        fields.require("name", "write the name that it has from run to run");
        if (fields.has("metrics") == fields.has("failed")) {
            throw cursor.refuse(
                    fields.has("failed") ? ProblemCode.INVALID_FIELD : ProblemCode.MISSING_FIELD,
                    "a benchmark has either metrics, or failed with the reason");
        }
        Measurement score = fields.has("failed") ? failed() : score(metrics);
        metrics.remove(score);
        BenchmarkId benchmark = new BenchmarkId(name, params, mode.orElseGet(() -> usualMode(score)), threads);
        results.add(place, benchmark, setup, score, metrics, notes);
        cursor.endResult();
    }

    private String name() throws IOException {
        String name = cursor.text("name", limits.maxNameLength());
        if (name.isBlank()) {
            throw cursor.refuse(ProblemCode.INVALID_FIELD, "a benchmark's name is empty; write its name");
        }
        cursor.nameBenchmark(name);
        return name;
    }

    private Mode mode() throws IOException {
        String label = cursor.text("mode", limits.maxNameLength());
        return Mode.ofLabel(label)
                .orElseThrow(() -> cursor.refuse(
                        ProblemCode.INVALID_FIELD,
                        "mode is \"" + Place.printable(label) + "\", expected avgt, thrpt, sample, ss or count"));
    }

    private void readMetrics(List<Measurement> metrics) throws IOException {
        metric.requireList();
        while (cursor.next() != JsonToken.END_ARRAY) {
            metrics.add(metric.parse());
            if (metrics.size() > limits.maxMetrics() + 1) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, "it has more than " + limits.maxMetrics() + " secondary metrics");
            }
        }
    }

    private Measurement score(List<Measurement> metrics) {
        return metrics.stream()
                .filter(measurement -> measurement.metric().isScore())
                .findFirst()
                .orElseThrow(() -> cursor.refuse(
                        ProblemCode.MISSING_FIELD,
                        "no metric is called score; call the primary one so, or leave its name out"));
    }

    private static Measurement failed() {
        return new Measurement(new Metric(Metric.SCORE, Unit.of("s/op")), Double.NaN, Double.NaN, List.of());
    }

    /** The mode that a unit is usually measured in. */
    private static Mode usualMode(Measurement score) {
        Unit unit = score.metric().unit();
        return switch (unit.family()) {
            case TIME -> unit.base().equals("s") ? Mode.SINGLE_SHOT_TIME : Mode.AVERAGE_TIME;
            case THROUGHPUT, BANDWIDTH -> Mode.THROUGHPUT;
            case ALLOCATION, SIZE, COUNT, EXACT_COUNT -> Mode.COUNT;
            case RATIO, UNKNOWN, UNKNOWN_MEASURED -> Mode.AVERAGE_TIME;
        };
    }
}
