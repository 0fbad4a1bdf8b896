package dev.plumbline.analysis.model;

/**
 * The unit of a metric: the symbol the file has, and the base unit that values are kept in, so that a benchmark
 * switched from {@code us/op} to {@code ns/op} stays one series.
 *
 * @param symbol the symbol as the file has it, for example {@code us/op}
 * @param factor what a value in {@code symbol} is multiplied by to be in the base unit; positive
 * @param kept the unit that values are kept in
 * @param direction which way values get better: the base unit's, unless another was given
 */
public record Unit(String symbol, double factor, BaseUnit kept, Direction direction) {

    /**
     * The unit of a symbol. Times, rates and bytes have their base units whatever prefix the symbol has; a symbol that is
     * not known is its own base, in the family {@link UnitFamily#UNKNOWN}.
     */
    public static Unit of(String symbol) {
        return KnownUnits.find(symbol).orElseGet(() -> of(symbol, 1, BaseUnit.unknown(symbol)));
    }

    static Unit of(String symbol, double factor, BaseUnit kept) {
        return new Unit(symbol, factor, kept, kept.direction());
    }

    /** The same unit under another symbol. */
    Unit as(String called) {
        return new Unit(called, factor, kept, direction);
    }

    /** The unit with a direction that somebody has given. */
    public Unit with(Direction given) {
        return new Unit(symbol, factor, kept, given);
    }

    /** An unknown unit, whose values are observed to scatter. */
    public Unit measured() {
        return known() ? this : new Unit(symbol, factor, kept.in(UnitFamily.UNKNOWN_MEASURED), direction);
    }

    /** The symbol of the unit that values are kept in, for example {@code s/op}. */
    public String base() {
        return kept.symbol();
    }

    /** What it is a unit of. */
    public UnitFamily family() {
        return kept.family();
    }

    /** False when the symbol isn't documented, so that everything else only follows a rule. */
    public boolean known() {
        return switch (kept.family()) {
            case TIME, THROUGHPUT, ALLOCATION, SIZE, BANDWIDTH, COUNT, EXACT_COUNT, RATIO -> true;
            case UNKNOWN, UNKNOWN_MEASURED -> false;
        };
    }

    /** Whether a change can be called better or worse: the direction follows from the symbol, or was given. */
    public boolean directed() {
        return direction.known();
    }

    /** Whether values follow how fast the machine is. */
    public boolean isTimed() {
        return kept.family().isTimed();
    }

    /** What a change for the worse or the better is called: {@code slower}, {@code more allocation}. */
    public String word(boolean worse) {
        return moved(worse == (direction.worseSign() > 0));
    }

    /** What a change to a larger or a smaller value is called. */
    public String moved(boolean up) {
        return up ? kept.family().up() : kept.family().down();
    }

    /**
     * The unit with the prefix in which a value is read best, for an axis.
     *
     * @param typical a value in the base unit
     */
    public UnitScale scale(double typical) {
        return UnitScale.of(kept, typical);
    }
}
