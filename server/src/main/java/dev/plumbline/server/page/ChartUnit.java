package dev.plumbline.server.page;

import dev.plumbline.charts.scale.AxisUnit;

/**
 * The unit of a series along the axis of its chart: with the prefix with which a typical value has one to three digits before the point,
 * as far as there are prefixes. A unit without SI prefixes keeps its name, with a power of ten before it when values are below
 * a thousandth or from a million on; so do all units far outside what prefixes are for.
 *
 * @param base the unit of the values, for example {@code s/op}
 */
record ChartUnit(String base) implements AxisUnit {

    /** Below this many bytes each one counts, so they are shown without a prefix. */
    private static final double WHOLE_BYTES = 10_000;

    private static final double LEAST = 1e-15;
    private static final double GREATEST = 1e18;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public Scale scale(double typical) {
        double size = Math.abs(typical) < 1e-290 ? 0 : Math.abs(typical);
        if (size != 0 && (size < LEAST || size >= GREATEST)) {
            return other(size);
        }
        return switch (base) {
            case "s/op" -> time(size, "/op");
            case "s" -> time(size, "");
            case "ops/s" -> large(size, 1, "ops/s");
            case "B/op", "B" -> size < WHOLE_BYTES ? new Scale(base, 1) : large(size, 1, base);
            case "MB/sec" -> large(size, 1e6, "B/s");
            default -> other(size);
        };
    }

    private static Scale time(double seconds, String suffix) {
        String[] prefixes = {"p", "n", "µ", "m", ""};
        int power = Math.min(0, Math.max(-4, thousands(seconds)));
        return new Scale(prefixes[power + 4] + "s" + suffix, Math.pow(1000, -power));
    }

    private static Scale large(double value, double inUnits, String name) {
        String[] prefixes = {"", "k", "M", "G", "T"};
        int power = Math.min(4, Math.max(0, thousands(value * inUnits)));
        return new Scale(prefixes[power] + name, inUnits / Math.pow(1000, power));
    }

    private Scale other(double value) {
        if (value == 0 || (value >= 1e-3 && value < 1e6)) {
            return new Scale(base, 1);
        }
        int power = 3 * thousands(value);
        String label = "×10" + superscript(power) + (base.isEmpty() ? "" : " " + base);
        return new Scale(label, Math.pow(10, -power));
    }

    /** The greatest k with 1000 to the power k not above a value (allowing for rounding); 0 for 0. */
    private static int thousands(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(value) / 3 + 1e-9);
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
