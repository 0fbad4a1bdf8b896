package dev.plumbline.analysis.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A measured value as people read it. Times and rates have three significant digits and an SI prefix ({@code 31.9
 * µs/op}, {@code 12.3 Mops/s}); bytes, counts and units that are not known have no prefix and four digits, their whole
 * part in full ({@code 10,024 B/op}), so that a shift of a few bytes stays visible.
 */
public final class Quantity {

    static final int SCALED_DIGITS = 3;
    static final int PLAIN_DIGITS = 4;

    /** Exponents of ten outside of which a value without a prefix is written in scientific notation. */
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
     * @param unit a base unit, for example {@code s/op}, {@code ops/s} or {@code B/op}; may be empty
     * @param glyphs the characters to use
     */
    public static String format(double value, String unit, Glyphs glyphs) {
        if (Double.isNaN(value)) {
            return glyphs.unknown();
        }
        String sign = value < 0 ? glyphs.minus() : "";
        if (Double.isInfinite(value)) {
            return (sign + glyphs.infinity() + " " + unit).strip();
        }
        BigDecimal magnitude = new BigDecimal(value).abs();
        Optional<Prefixes> prefixes = Prefixes.of(unit);
        String text = magnitude.signum() == 0
                ? "0 " + unit
                : prefixes.map(known -> scaled(magnitude, unit, known, glyphs)).orElseGet(() -> plain(magnitude, unit));
        return (sign + text).strip();
    }

    private static String scaled(BigDecimal magnitude, String unit, Prefixes prefixes, Glyphs glyphs) {
        int exponent = exponent(magnitude, SCALED_DIGITS);
        int step = prefixes.step(exponent);
        int decimals = Math.max(0, SCALED_DIGITS - 1 - (exponent - 3 * step));
        BigDecimal shown = magnitude.scaleByPowerOfTen(-3 * step).setScale(decimals, RoundingMode.HALF_EVEN);
        String prefix = prefixes.symbol(step).replace("µ", glyphs.micro());
        return grouped(shown) + " " + prefix + unit;
    }

    private static String plain(BigDecimal magnitude, String unit) {
        int exponent = exponent(magnitude, PLAIN_DIGITS);
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent > LARGEST_PLAIN_EXPONENT) {
            return String.format(Locale.ROOT, "%.2e", magnitude) + " " + unit;
        }
        int decimals = Math.max(0, PLAIN_DIGITS - 1 - exponent);
        BigDecimal shown = magnitude.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return grouped(shown.scale() < 0 ? shown.setScale(0) : shown) + " " + unit;
    }

    static String grouped(BigDecimal shown) {
        return String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
    }

    /** The exponent of ten of the first digit, after rounding: 999.96 with three digits is 1.00e3. */
    static int exponent(BigDecimal magnitude, int digits) {
        BigDecimal rounded = magnitude.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale() - 1;
    }
}
