package dev.plumbline.analysis.text;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.model.UnitScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A measured value as people read it, the same on a page, in a comment and on a terminal. What is measured has three
 * significant digits and a prefix of the SI: {@code 31.9 µs/op}, {@code 12.3 Mops/s}. What is counted has up to four
 * digits: {@code 24 B/op}, {@code 1,040 B/op}, {@code 12.3 kB/op}; counts without prefixes and units that are not known have
 * their whole part in full: {@code 123,456 counts}.
 */
public final class Quantity {

    /** Exponents of ten outside which a number is written in scientific notation, without a prefix. */
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private static final int LARGEST_PLAIN_EXPONENT = 14;

    private Quantity() {}

    /** The value in Unicode, see {@link #format(double, String, Glyphs)}. */
    public static String format(double value, String unit) {
        return format(value, unit, Glyphs.UNICODE);
    }

    /**
     * The value with its unit.
     *
     * @param value in {@code unit}; what is not a number becomes a dash
     * @param unit the symbol of a unit, as a rule a base unit such as {@code s/op}, {@code ops/s} or {@code B/op}; may be empty
     * @param glyphs the characters to use
     */
    public static String format(double value, String unit, Glyphs glyphs) {
        Unit known = Unit.of(unit);
        return format(value * known.factor(), known, glyphs);
    }

    /** The value, in the base unit. */
    static String format(double value, Unit unit, Glyphs glyphs) {
        if (Double.isNaN(value)) {
            return glyphs.unknown();
        }
        String sign = value < 0 ? glyphs.minus() : "";
        if (Double.isInfinite(value) || value == 0) {
            String number = value == 0 ? "0" : sign + glyphs.infinity();
            return behind(number, unit.kept().written(), glyphs);
        }
        UnitScale scale = unit.scale(value);
        int exponent = UnitScale.exponent(scale.size(value), unit.family().digits());
        if (!isPlain(exponent)) {
            BigDecimal size = UnitScale.of(unit.kept(), 0).size(value);
            return behind(
                    sign + String.format(Locale.ROOT, "%.2e", size), unit.kept().written(), glyphs);
        }
        int decimals = Math.max(0, unit.family().digits() - 1 - exponent);
        BigDecimal shown = scale.size(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return behind(sign + grouped(unit.family().keepsZeros() ? shown : stripped(shown)), scale.label(), glyphs);
    }

    /** Whether a number with this exponent of ten is written without a power of ten. */
    static boolean isPlain(int exponent) {
        return exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT;
    }

    /** A number followed by its unit. */
    static String behind(String number, String label, Glyphs glyphs) {
        return (number + " " + label.replace("µ", glyphs.micro())).strip();
    }

    static String grouped(BigDecimal shown) {
        return String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
    }

    /** The number without zeros at the end of its decimals. */
    static BigDecimal stripped(BigDecimal shown) {
        BigDecimal stripped = shown.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
