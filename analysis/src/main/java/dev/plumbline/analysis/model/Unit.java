package dev.plumbline.analysis.model;

import java.util.Map;
import java.util.Optional;

/**
 * The unit of a metric: the symbol the file has, and the base unit that values are kept in, so that a benchmark
 * switched from {@code us/op} to {@code ns/op} stays one series.
 *
 * @param symbol the symbol as the file has it, for example {@code us/op}
 * @param base the symbol of the unit that values are kept in, for example {@code s/op}
 * @param factor what a value in {@code symbol} is multiplied by to be in {@code base}; positive
 * @param direction which way values of this unit get better
 * @param known false when the symbol is none of the documented ones and the direction is therefore only a rule
 */
public record Unit(String symbol, String base, double factor, Direction direction, boolean known) {

    /** Seconds in one of JMH's time units, by the label JMH prints. */
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

    /** How many of JMH's time units a second has: the reciprocals, rounded once. */
    private static final Map<String, Double> PER_SECOND =
            Map.of("ns", 1e9, "us", 1e6, "ms", 1e3, "s", 1.0, "min", 1 / 60.0, "hr", 1 / 3600.0, "day", 1 / 86400.0);

    /** Units that are their own base, all of them costs or volumes unless listed as higher-is-better. */
    private static final Map<String, Direction> OTHERS = Map.ofEntries(
            Map.entry("B/op", Direction.LOWER_IS_BETTER),
            Map.entry("#/op", Direction.LOWER_IS_BETTER),
            Map.entry("B", Direction.LOWER_IS_BETTER),
            Map.entry("counts", Direction.LOWER_IS_BETTER),
            Map.entry("#", Direction.LOWER_IS_BETTER),
            Map.entry("MB/sec", Direction.LOWER_IS_BETTER),
            Map.entry("KiB", Direction.LOWER_IS_BETTER),
            Map.entry("classes/op", Direction.LOWER_IS_BETTER),
            Map.entry("classes/sec", Direction.LOWER_IS_BETTER),
            Map.entry("%", Direction.LOWER_IS_BETTER),
            Map.entry("clks/insn", Direction.LOWER_IS_BETTER),
            Map.entry("insns/clk", Direction.HIGHER_IS_BETTER));

    /**
     * The unit of a symbol. {@code TIME/op} is kept in {@code s/op}, {@code ops/TIME} in {@code ops/s}, a bare time in
     * {@code s}; other units are kept as they are. A symbol that is not known is lower-is-better by rule.
     */
    public static Unit of(String symbol) {
        if (symbol.endsWith("/op")) {
            Optional<Double> seconds = seconds(symbol.substring(0, symbol.length() - "/op".length()));
            if (seconds.isPresent()) {
                return new Unit(symbol, "s/op", seconds.get(), Direction.LOWER_IS_BETTER, true);
            }
        }
        if (symbol.startsWith("ops/")) {
            Double perSecond = PER_SECOND.get(symbol.substring("ops/".length()));
            if (perSecond != null) {
                return new Unit(symbol, "ops/s", perSecond, Direction.HIGHER_IS_BETTER, true);
            }
        }
        Optional<Double> seconds = seconds(symbol);
        if (seconds.isPresent()) {
            return new Unit(symbol, "s", seconds.get(), Direction.LOWER_IS_BETTER, true);
        }
        Direction direction = OTHERS.get(symbol);
        return direction == null
                ? new Unit(symbol, symbol, 1, Direction.LOWER_IS_BETTER, false)
                : new Unit(symbol, symbol, 1, direction, true);
    }

    private static Optional<Double> seconds(String label) {
        return Optional.ofNullable(SECONDS.get(label));
    }
}
