package dev.plumbline.analysis.model;

/** What a unit is a unit of. The family says how values are written, what a change is called and how values behave. */
public enum UnitFamily {
    /** How long something takes. */
    TIME("slower", "faster", Values.MEASURED, Prefixes.SMALL),
    /** How often something happens in a time. */
    THROUGHPUT("faster", "slower", Values.MEASURED, Prefixes.LARGE),
    /** Bytes that an operation allocates. */
    ALLOCATION("more allocation", "less allocation", Values.COUNTED, Prefixes.LARGE),
    /** Bytes. */
    SIZE("more", "less", Values.COUNTED, Prefixes.LARGE),
    /** Bytes in a time. */
    BANDWIDTH("more", "less", Values.MEASURED, Prefixes.LARGE),
    /** Things and events, counted one by one. */
    COUNT("more", "less", Values.COUNTED, Prefixes.NONE),
    /** What a simulated processor did, counted one by one: the same execution has the same count. */
    EXACT_COUNT("more", "less", Values.COUNTED, Prefixes.NONE),
    /** One quantity for another of its kind. */
    RATIO("higher", "lower", Values.CALCULATED, Prefixes.NONE),
    /** A unit that no row of {@link KnownUnits} has; its values may be counts. */
    UNKNOWN("more", "less", Values.COUNTED, Prefixes.NONE),
    /** A unit that no row of {@link KnownUnits} has, whose values are observed to scatter. */
    UNKNOWN_MEASURED("more", "less", Values.CALCULATED, Prefixes.NONE);

    /** How values of a family come about. */
    private enum Values {
        MEASURED,
        COUNTED,
        CALCULATED
    }

    /** Which prefixes of the SI a family is written with. */
    private enum Prefixes {
        NONE("", ""),
        SMALL("nµm", ""),
        LARGE("", "kMGT");

        private final String belowOne;
        private final String aboveOne;

        Prefixes(String belowOne, String aboveOne) {
            this.belowOne = belowOne;
            this.aboveOne = aboveOne;
        }
    }

    private static final int DIGITS_OF_MEASURED = 3;
    private static final int DIGITS_OF_OTHERS = 4;

    /** Below ten thousand, counts are written in full. */
    private static final int FIRST_PREFIXED_EXPONENT = 4;

    private final String up;
    private final String down;
    private final Values values;
    private final Prefixes prefixes;

    UnitFamily(String up, String down, Values values, Prefixes prefixes) {
        this.up = up;
        this.down = down;
        this.values = values;
        this.prefixes = prefixes;
    }

    /** What a larger value is: {@code slower}, {@code more}. */
    public String up() {
        return up;
    }

    /** What a smaller value is: {@code faster}, {@code less}. */
    public String down() {
        return down;
    }

    /** Whether values follow how fast the machine is: times and rates of operations. */
    public boolean isTimed() {
        return this == TIME || this == THROUGHPUT;
    }

    /** Whether values may repeat to the digit. Times and rates never do, however calm a machine is. */
    public boolean mayRepeat() {
        return values == Values.COUNTED;
    }

    /** Whether one execution is enough to know a value, since another one of the same program has the same. */
    public boolean isExact() {
        return this == EXACT_COUNT;
    }

    /** Significant digits of a value. */
    public int digits() {
        return values == Values.MEASURED ? DIGITS_OF_MEASURED : DIGITS_OF_OTHERS;
    }

    /** Whether zeros at the end are written: they say how well a measured value is known. */
    public boolean keepsZeros() {
        return values == Values.MEASURED;
    }

    /** The power of a thousand that a value is written with, by the exponent of ten of its first digit. */
    public int thousands(int exponent) {
        if (mayRepeat() && exponent < FIRST_PREFIXED_EXPONENT) {
            return 0;
        }
        int smallest = -prefixes.belowOne.length();
        return Math.min(Math.max(Math.floorDiv(exponent, 3), smallest), prefixes.aboveOne.length());
    }

    /** The prefix of a power of a thousand that {@link #thousands} gives. */
    public String prefix(int thousands) {
        if (thousands == 0) {
            return "";
        }
        return String.valueOf(
                thousands < 0
                        ? prefixes.belowOne.charAt(prefixes.belowOne.length() + thousands)
                        : prefixes.aboveOne.charAt(thousands - 1));
    }
}
