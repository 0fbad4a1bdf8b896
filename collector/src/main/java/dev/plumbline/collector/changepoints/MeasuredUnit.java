package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What follows from a unit that may be any text.
 *
 * @param shown the unit that values are shown in
 * @param factor what a value is multiplied by to be in it
 * @param metric what the change points are found for
 * @param assumed whether the direction is only a rule: lower is better
 */
public record MeasuredUnit(String shown, double factor, Metric metric, boolean assumed) {

    /** What other tools write for units that JMH knows. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("ops/sec", "ops/s"),
            Map.entry("op/s", "ops/s"),
            Map.entry("op/sec", "ops/s"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("seconds", "s"),
            Map.entry("msec", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("µs", "us"),
            Map.entry("μs", "us"),
            Map.entry("microseconds", "us"),
            Map.entry("nanoseconds", "ns"),
            Map.entry("µs/op", "us/op"),
            Map.entry("μs/op", "us/op"),
            Map.entry("sec/op", "s/op"),
            Map.entry("bytes", "B"),
            Map.entry("bytes/op", "B/op"),
            Map.entry("allocs/op", "#/op"));

    /** Bases of units whose values repeat to the digit. */
    private static final Set<String> COUNTED = Set.of("B", "B/op", "#", "#/op", "counts", "KiB");

    /** What follows for a series. A direction that was given wins over what the unit says. */
    public static MeasuredUnit of(GivenSeries series) {
        String symbol = ALIASES.getOrDefault(series.unit().toLowerCase(Locale.ROOT), series.unit());
        Unit unit = Unit.of(symbol);
        boolean rate = symbol.endsWith("/s") || symbol.endsWith("/sec") || symbol.startsWith("ops/");
        Direction direction = switch (series.direction()) {
            case LOWER -> Direction.LOWER_IS_BETTER;
            case HIGHER -> Direction.HIGHER_IS_BETTER;
            case UNKNOWN -> !unit.known() && rate ? Direction.HIGHER_IS_BETTER : unit.direction();
        };
        boolean assumed = series.direction() == GivenDirection.UNKNOWN && !unit.known() && !rate;
        Unit judged = new Unit(symbol, judgedBase(unit, series.runs()), unit.factor(), direction, unit.known());
        return new MeasuredUnit(unit.base(), unit.factor(), new Metric("value", judged), assumed);
    }

    /**
     * Numbers in a unit that nobody knows are taken to scatter as times do, unless they are whole: the resolution of a count is
     * absolute, and would swallow small measured values.
     */
    private static String judgedBase(Unit unit, List<double[]> runs) {
        boolean scatters = !unit.known() && !COUNTED.contains(unit.base()) && !areWhole(runs);
        return scatters ? "s" : unit.base();
    }

    private static boolean areWhole(List<double[]> runs) {
        return runs.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .allMatch(value -> value == Math.rint(value));
    }
}
