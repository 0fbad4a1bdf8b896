package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one metric: its name, unit and direction, and its values of each process, its exact value or its mean. */
final class PlumblineMetricParser {

    private static final Set<String> FIELDS =
            Set.of("name", "unit", "direction", "processes", "exact", "mean", "error");

    /** The direction of a metric of which neither more nor less is better, whatever its unit says. */
    static final String NO_DIRECTION = "none";

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private final ResultNotes notes;
    private final ProcessValues processes;

    /** Reads metrics of one benchmark. */
    PlumblineMetricParser(JsonCursor cursor, ReadLimits limits, ResultNotes notes) {
        this.cursor = cursor;
        this.limits = limits;
        this.notes = notes;
        this.processes = new ProcessValues(cursor, limits);
    }

    /** The metric at the cursor, in its base unit. */
    Measurement parse() throws IOException {
        KnownFields fields = new KnownFields(cursor, "a metric", FIELDS);
        String name = Metric.SCORE;
        String symbol = "";
        Optional<Direction> direction = Optional.empty();
        List<Fork> forks = List.of();
        double value = Double.NaN;
        double error = Double.NaN;
        while (fields.next()) {
            switch (cursor.name()) {
                case "name" -> name = name();
                case "unit" -> symbol = cursor.text("unit", limits.maxNameLength());
                case "direction" -> direction = Optional.of(direction());
                case "processes" -> forks = processes.parse();
                case "error" -> error = processes.finite("error");
                default -> value = processes.finite(cursor.name());
            }
        }
        fields.require("unit", "write the unit of its values, such as ns/op, or an empty text");
        requireOneKind(fields, name);
        Unit unit = Unit.of(symbol);
        if (!unit.known()) {
            notes.unknownUnit(symbol, name);
        }
        if (fields.has("mean")) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "the document has a mean and no values of each process, so it counts as one process");
        }
        Metric metric = Metric.reported(name, unit);
        return measurement(direction.map(metric::with).orElse(metric), forks, value, error);
    }

    private String name() throws IOException {
        String name = cursor.text("name", limits.maxNameLength());
        if (name.isEmpty()) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD, "a metric's name is empty; leave it out for the primary one");
        }
        return name;
    }

    private Direction direction() throws IOException {
        String label = cursor.text("direction", limits.maxNameLength());
        if (label.equals(NO_DIRECTION)) {
            return Direction.NOT_KNOWN;
        }
        return Direction.ofLabel(label)
                .orElseThrow(() -> cursor.refuse(
                        ProblemCode.INVALID_FIELD,
                        "direction is \"" + Place.printable(label) + "\", expected lower, higher or none"));
    }

    private void requireOneKind(KnownFields fields, String name) {
        long kinds = List.of("processes", "exact", "mean").stream()
                .filter(fields::has)
                .count();
        if (kinds != 1 || (fields.has("error") && !fields.has("mean"))) {
            throw cursor.refuse(
                    kinds == 0 ? ProblemCode.MISSING_FIELD : ProblemCode.INVALID_FIELD,
                    "the metric " + Place.printable(name)
                            + " needs one of processes, exact and mean, and error only beside mean");
        }
    }

    private static Measurement measurement(Metric metric, List<Fork> forks, double value, double error) {
        double factor = metric.unit().factor();
        if (forks.isEmpty()) {
            double base = value * factor;
            return new Measurement(metric, base, error * factor, List.of(new Fork(base, new double[0])));
        }
        List<Fork> inBase = forks.stream().map(fork -> scaled(fork, factor)).toList();
        double mean = inBase.stream().mapToDouble(Fork::value).average().orElse(Double.NaN);
        return new Measurement(metric, mean, Double.NaN, inBase);
    }

    private static Fork scaled(Fork fork, double factor) {
        return new Fork(
                fork.value() * factor,
                Arrays.stream(fork.iterations()).map(sample -> sample * factor).toArray());
    }

    /** Begins the next benchmark. */
    void clear() {
        processes.clear();
    }

    /** Whether a list of metrics begins at the cursor. */
    void requireList() {
        cursor.require(JsonToken.START_ARRAY, "metrics", "an array of metrics");
    }
}
