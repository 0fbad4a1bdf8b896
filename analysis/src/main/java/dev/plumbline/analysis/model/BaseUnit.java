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

    /** An unknown unit. More of something in a time is better; of everything else the direction is not known. */
    static BaseUnit unknown(String symbol) {
        return new BaseUnit(
                symbol,
                UnitFamily.UNKNOWN,
                isRate(symbol) ? Direction.HIGHER_IS_BETTER : Direction.NOT_KNOWN,
                symbol,
                symbol,
                1);
    }

    /** Whether a symbol is one of something per time: {@code rows/s}, {@code #/min}, {@code ops/fortnight}. */
    static boolean isRate(String symbol) {
        int slash = symbol.lastIndexOf('/');
        return symbol.startsWith("ops/") || (slash > 0 && UnitSpelling.isTime(symbol.substring(slash + 1)));
    }

    /** The same unit with another family. */
    BaseUnit in(UnitFamily other) {
        return new BaseUnit(symbol, other, direction, noun, written, writtenFactor);
    }
}
