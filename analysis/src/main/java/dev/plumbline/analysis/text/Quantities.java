package dev.plumbline.analysis.text;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.model.UnitScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How values that are compared are written so that the eye can compare them: with the same prefix and the same decimals,
 * which give the smallest of them the digits that {@link Quantity} gives. Counted values that lie close together are written
 * in full, so that each that differs is seen to differ: {@code 12,300 B/op} and {@code 12,304 B/op}.
 */
public final class Quantities {

    /** Values further apart than this are written individually: the same prefix would help nobody. */
    private static final double FURTHEST = 1e4;

    /** A difference of fewer steps of the last digit is rounded too much to be useful. */
    private static final int FEWEST_STEPS = 10;

    /** Counted values closer than this are the same: half a thing. */
    private static final BigDecimal SAME = new BigDecimal("0.5");

    private final Unit unit;
    private final UnitScale scale;
    private final int decimals;
    private final boolean apart;

    private Quantities(Unit unit, UnitScale scale, int decimals, boolean apart) {
        this.unit = unit;
        this.scale = scale;
        this.decimals = decimals;
        this.apart = apart;
    }

    /**
     * How to write these values; those that are zero or not numbers are ignored.
     *
     * @param symbol the unit, as {@link Quantity} takes it
     */
    public static Quantities of(String symbol, double... values) {
        Unit unit = Unit.of(symbol);
        double[] sizes = Arrays.stream(values)
                .map(value -> Math.abs(value * unit.factor()))
                .filter(value -> value > 0 && Double.isFinite(value))
                .sorted()
                .toArray();
        double smallest = sizes.length == 0 ? 1 : sizes[0];
        double largest = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
        UnitScale scale = unit.family().mayRepeat() ? tellingApart(unit, sizes, smallest) : unit.scale(smallest);
        boolean apart = largest / smallest > FURTHEST || !isPlain(scale, smallest) || !isPlain(scale, largest);
        int most = decimals(scale, smallest);
        int decimals = unit.family().keepsZeros()
                ? most
                : Arrays.stream(sizes)
                        .map(value -> apart ? smallest : value)
                        .mapToInt(value -> needed(scale.size(value), most))
                        .max()
                        .orElse(0);
        return new Quantities(unit, scale, decimals, apart);
    }

    /** The value in Unicode. */
    public String format(double value) {
        return format(value, Glyphs.UNICODE);
    }

    /** The value; what is not a number becomes a dash. */
    public String format(double value, Glyphs glyphs) {
        if (isAlone(value)) {
            return glyphs.safe(Quantity.format(value * unit.factor(), unit, glyphs));
        }
        return glyphs.safe(Quantity.behind(number(value, glyphs), scale.label(), glyphs));
    }

    /** Values in Unicode, the unit behind the last where all have it: {@code 31.9, 32.4, 31.7 µs/op}. */
    public String list(double... values) {
        if (values.length == 0) {
            return "";
        }
        if (Arrays.stream(values).anyMatch(this::isAlone)) {
            return Arrays.stream(values).mapToObj(this::format).collect(Collectors.joining(", "));
        }
        String numbers = Arrays.stream(values)
                .mapToObj(value -> number(value, Glyphs.UNICODE))
                .collect(Collectors.joining(", "));
        return Quantity.behind(numbers, scale.label(), Glyphs.UNICODE);
    }

    private boolean isAlone(double value) {
        return apart || !Double.isFinite(value);
    }

    private String number(double value, Glyphs glyphs) {
        BigDecimal shown = scale.size(value * unit.factor()).setScale(decimals, RoundingMode.HALF_EVEN);
        return (value < 0 && shown.signum() != 0 ? glyphs.minus() : "") + Quantity.grouped(shown);
    }

    /** The largest prefix with which different values look different. */
    private static UnitScale tellingApart(Unit unit, double[] ascending, double smallest) {
        UnitScale scale = unit.scale(smallest);
        while (scale.thousands() > 0 && !tellsApart(scale, ascending, smallest)) {
            scale = UnitScale.of(unit.kept(), scale.thousands() - 1);
        }
        return scale;
    }

    private static boolean tellsApart(UnitScale scale, double[] ascending, double smallest) {
        BigDecimal readable = BigDecimal.valueOf(FEWEST_STEPS).scaleByPowerOfTen(-decimals(scale, smallest));
        BigDecimal same = SAME.scaleByPowerOfTen(-3 * scale.thousands());
        for (int i = 1; i < ascending.length; i++) {
            BigDecimal difference = scale.size(ascending[i]).subtract(scale.size(ascending[i - 1]));
            if (difference.compareTo(same) >= 0 && difference.compareTo(readable) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(UnitScale scale, double value) {
        return Quantity.isPlain(
                UnitScale.exponent(scale.size(value), scale.kept().family().digits()));
    }

    /** The decimals that give a value its digits. */
    private static int decimals(UnitScale scale, double value) {
        int digits = scale.kept().family().digits();
        return Math.max(0, digits - 1 - UnitScale.exponent(scale.size(value), digits));
    }

    /** The decimals that a size needs, at most this many: 24.0001 needs none of two. */
    private static int needed(BigDecimal size, int most) {
        return Quantity.stripped(size.setScale(most, RoundingMode.HALF_EVEN)).scale();
    }
}
