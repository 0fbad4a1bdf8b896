package dev.plumbline.analysis.model;

/**
 * A unit that values are kept in.
 *
 * @param symbol what it is called in the database and the API, for example {@code s/op}
 * @param family what it is a unit of
 * @param direction which way values get better
 * @param noun the quantity in words, for example {@code time per operation}
 * @param written the symbol that follows a prefix when values are displayed; nearly always the symbol itself
 * @param writtenFactor what a value is multiplied by to be in {@code written}; positive
 */
public record BaseUnit(
        String symbol, UnitFamily family, Direction direction, String noun, String written, double writtenFactor) {

    /** An unknown unit. For what is counted per second, more is assumed to be better; for everything else, less. */
    static BaseUnit unknown(String symbol) {
        return new BaseUnit(
                symbol,
                UnitFamily.UNKNOWN,
                isRate(symbol) ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER,
                symbol,
                symbol,
                1);
    }

    /** Whether a symbol is one of something per time. */
    static boolean isRate(String symbol) {
        return symbol.endsWith("/s") || symbol.endsWith("/sec") || symbol.startsWith("ops/");
    }

    /** The same unit with another family. */
    BaseUnit in(UnitFamily other) {
        return new BaseUnit(symbol, other, direction, noun, written, writtenFactor);
    }
}
