package dev.plumbline.analysis.text;

import java.util.Locale;

/** A relative change as people read it: in percent, and as a factor from ten times on. */
public final class Change {

    private static final double FACTOR_FROM = 10;

    private Change() {}

    /** The change that corresponds to a ratio of new to old: {@code +29.0 %}, {@code −3.2 %}, {@code ×12.3}. */
    public static String percent(double ratio, Glyphs glyphs) {
        if (Double.isNaN(ratio)) {
            return glyphs.unknown();
        }
        return isFactor(ratio) ? factor(ratio, glyphs) : signed(ratio, glyphs) + " %";
    }

    /** An interval of ratios as changes: {@code +20.1 … +38.2 %}, and one without width as one change. */
    public static String interval(double low, double high, Glyphs glyphs) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return glyphs.unknown();
        }
        if (isFactor(high)) {
            return range(factor(low, glyphs), factor(high, glyphs), glyphs);
        }
        return range(signed(low, glyphs), signed(high, glyphs), glyphs) + " %";
    }

    private static String range(String from, String to, Glyphs glyphs) {
        return from.equals(to) ? from : from + " " + glyphs.to() + " " + to;
    }

    /** Whether a ratio is written as a factor, since its percents would be hard to read. */
    public static boolean isFactor(double ratio) {
        return ratio >= FACTOR_FROM;
    }

    /** A size without a sign: {@code 0.041} is {@code 4.1 %}. */
    public static String magnitude(double relative, Glyphs glyphs) {
        return Double.isFinite(relative) ? number(Math.abs(relative) * 100) + " %" : glyphs.unknown();
    }

    private static String factor(double ratio, Glyphs glyphs) {
        if (Double.isInfinite(ratio)) {
            return glyphs.times() + glyphs.infinity();
        }
        int decimals = ratio >= 100 ? 0 : ratio >= FACTOR_FROM ? 1 : 2;
        return glyphs.times() + String.format(Locale.ROOT, "%,." + decimals + "f", ratio);
    }

    private static String signed(double ratio, Glyphs glyphs) {
        double percent = (ratio - 1) * 100;
        String digits = number(Math.abs(percent));
        if (digits.equals("0.00")) {
            return "0.0";
        }
        return (percent < 0 ? glyphs.minus() : "+") + digits;
    }

    /** Two decimals below a tenth, where one decimal would show nothing; none from a hundred on, where they say nothing. */
    private static String number(double percent) {
        int decimals = percent < 0.095 ? 2 : percent < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", percent);
    }
}
