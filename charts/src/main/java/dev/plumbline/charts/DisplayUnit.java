package dev.plumbline.charts;

/**
 * The unit an axis is shown in.
 *
 * @param label for example {@code µs/op}
 * @param factor what a value in the base unit is multiplied by to be in this unit
 */
record DisplayUnit(String label, double factor) {

    /** Below this many bytes each one counts, so they are shown without a prefix. */
    private static final double WHOLE_BYTES = 10_000;

    private static final String[] TIME = {"ps", "ns", "µs", "ms", "s"};
    private static final String[] LARGE = {"", "k", "M", "G", "T"};

    /**
     * The unit in which a typical value of a base unit has one to three digits before the point, as far as there are
     * prefixes. A base unit without SI prefixes keeps its name, with a power of ten before it when values are below
     * a thousandth or from a million on; so do all units far outside what prefixes are for.
     */
    static DisplayUnit of(String base, double typical) {
        double size = Math.abs(ValueRange.orZero(typical));
        if (size != 0 && (size < 1e-15 || size >= 1e18)) {
            return other(size, base);
        }
        return switch (base) {
            case "s/op" -> time(size, "/op");
            case "s" -> time(size, "");
            case "ops/s" -> large(size, 1, "ops/s");
            case "B/op", "B" -> size < WHOLE_BYTES ? new DisplayUnit(base, 1) : large(size, 1, base);
            case "MB/sec" -> large(size, 1e6, "B/s");
            default -> other(size, base);
        };
    }

    /** A value of the base unit in this unit, written with four significant digits and the unit's label. */
    String describe(double value) {
        String figure = Figures.significant(value * factor, 4);
        return label.isEmpty() ? figure : figure + " " + label;
    }

    private static DisplayUnit time(double seconds, String suffix) {
        int power = Math.min(0, Math.max(-4, thousands(seconds)));
        return new DisplayUnit(TIME[power + 4] + suffix, Math.pow(1000, -power));
    }

    private static DisplayUnit large(double value, double inUnits, String name) {
        int power = Math.min(4, Math.max(0, thousands(value * inUnits)));
        return new DisplayUnit(LARGE[power] + name, inUnits / Math.pow(1000, power));
    }

    private static DisplayUnit other(double value, String base) {
        if (value == 0 || (value >= 1e-3 && value < 1e6)) {
            return new DisplayUnit(base, 1);
        }
        int power = 3 * thousands(value);
        return new DisplayUnit(
                "×10" + Figures.superscript(power) + (base.isEmpty() ? "" : " " + base), Math.pow(10, -power));
    }

    /** The greatest k with 1000 to the power k not above a value (allowing for rounding); 0 for 0. */
    private static int thousands(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(value) / 3 + 1e-9);
    }
}
