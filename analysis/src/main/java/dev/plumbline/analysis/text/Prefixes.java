package dev.plumbline.analysis.text;

import java.util.List;
import java.util.Optional;

/**
 * The prefixes that a unit is used with.
 *
 * @param smallest the power of a thousand of the first symbol
 * @param symbols one for each power of a thousand, ascending
 */
public record Prefixes(int smallest, List<String> symbols) {

    private static final Prefixes TIME = new Prefixes(-3, List.of("n", "µ", "m", ""));
    private static final Prefixes RATE = new Prefixes(0, List.of("", "k", "M", "G", "T"));

    public static Optional<Prefixes> of(String unit) {
        return switch (unit) {
            case "s/op", "s" -> Optional.of(TIME);
            case "ops/s" -> Optional.of(RATE);
            default -> Optional.empty();
        };
    }

    /** The power of a thousand to show a value of this exponent with. */
    int step(int exponent) {
        return Math.min(Math.max(Math.floorDiv(exponent, 3), smallest), smallest + symbols.size() - 1);
    }

    String symbol(int step) {
        return symbols.get(step - smallest);
    }
}
