package dev.plumbline.analysis.format.asv;

import dev.plumbline.analysis.format.json.JsonPart;
import java.util.List;

/**
 * What a file says of one benchmark, in whichever of its forms: a number or null, an object with {@code result}, {@code params}
 * and {@code stats}, or a row whose columns are named once for all.
 *
 * @param result the values, one for each combination of parameters; empty when all failed
 * @param params the values of each parameter as the file writes them; empty when there are none, or they aren't known
 * @param version changes with the benchmark's code; empty when the row doesn't have it
 * @param low the lower ends of the 99 % intervals
 * @param high the upper ends
 * @param stats statistics of each value as objects, of which the interval is taken where {@code low} has none
 * @param samples the samples of each value
 */
record AsvRow(
        List<JsonPart> result,
        List<List<String>> params,
        String version,
        JsonPart low,
        JsonPart high,
        JsonPart stats,
        JsonPart samples) {

    /**
     * One value.
     *
     * @param value the value; NaN when there is none
     * @param failed whether the benchmark failed
     * @param error half the width of the interval; NaN when there is none
     * @param samples each one; none when they weren't kept
     */
    record Value(double value, boolean failed, double error, double[] samples) {

        /** Whether the benchmark itself skipped it. */
        boolean skipped() {
            return Double.isNaN(value) && !failed;
        }
    }

    /** A benchmark's row. */
    static AsvRow of(JsonPart value, JsonPart columns) {
        JsonPart nothing = JsonPart.nothing(value.name(), value.place());
        if (value.isObject()) {
            JsonPart result = value.of("result");
            return new AsvRow(
                    values(result),
                    params(value.of("params")),
                    "",
                    nothing,
                    nothing,
                    value.of("stats"),
                    value.of("samples"));
        }
        List<String> names = AsvBenchmarks.texts(columns);
        if (value.isArray() && !names.isEmpty()) {
            return new AsvRow(
                    values(column(value, names, "result")),
                    params(column(value, names, "params")),
                    column(value, names, "version").text(),
                    column(value, names, "stats_ci_99_a"),
                    column(value, names, "stats_ci_99_b"),
                    nothing,
                    column(value, names, "samples"));
        }
        return new AsvRow(values(value), List.of(), "", nothing, nothing, nothing, nothing);
    }

    private static JsonPart column(JsonPart row, List<String> names, String name) {
        int column = names.indexOf(name);
        return column < 0 ? JsonPart.nothing(name, row.place()) : row.item(column);
    }

    private static List<JsonPart> values(JsonPart result) {
        if (result.isArray()) {
            return result.items();
        }
        return result.exists() ? List.of(result) : List.of();
    }

    private static List<List<String>> params(JsonPart params) {
        return params.items().stream().map(AsvBenchmarks::texts).toList();
    }

    /** Whether a benchmark with parameters failed before the first of them: it then has one null, however many there are. */
    boolean failed() {
        return result.size() == 1 && !result.get(0).exists();
    }

    /** The value of a combination. */
    Value at(int index) {
        if (index >= result.size() || !result.get(index).exists()) {
            return new Value(Double.NaN, true, Double.NaN, new double[0]);
        }
        double value = result.get(index).number();
        JsonPart own = stats.isObject() ? stats : stats.item(index);
        JsonPart interval = own.of("ci_99");
        double width = interval.exists()
                ? interval.item(1).number() - interval.item(0).number()
                : high.item(index).number() - low.item(index).number();
        return new Value(value, Double.isInfinite(value), width / 2, samples(index));
    }

    private double[] samples(int index) {
        JsonPart own = samples.item(index);
        if (own.isArray()) {
            return own.numbers();
        }
        boolean only = result.size() == 1 && samples.isArray() && own.isNumber();
        return only ? samples.numbers() : new double[0];
    }
}
