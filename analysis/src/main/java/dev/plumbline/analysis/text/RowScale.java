package dev.plumbline.analysis.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the values of one row are written so that the eye can compare them: with the same prefix and the same decimals, which
 * give the smallest of them the digits that {@link Quantity} gives. What every row of a table has in common ({@code /op}) is
 * left to the table's title.
 */
public final class RowScale {

    /** Values further apart than this are written each on its own: the same prefix would help nobody. */
    private static final double FURTHEST = 1e4;

    private final String unit;
    private final String shownUnit;
    private final int step;
    private final int decimals;
    private final boolean apart;

    private RowScale(String unit, String shownUnit, int step, int decimals, boolean apart) {
        this.unit = unit;
        this.shownUnit = shownUnit;
        this.step = step;
        this.decimals = decimals;
        this.apart = apart;
    }

    /**
     * The scale of these values; those that are zero or no numbers have no say.
     *
     * @param unit a base unit as {@link Quantity} takes it
     */
    public static RowScale of(String unit, double... values) {
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double smallest = Arrays.stream(sizes).min().orElse(1);
        double largest = Arrays.stream(sizes).max().orElse(1);
        Optional<Prefixes> prefixes = Prefixes.of(unit);
        boolean apart = largest / smallest > FURTHEST || (prefixes.isEmpty() && (smallest < 1e-5 || largest >= 1e15));
        BigDecimal size = new BigDecimal(smallest);
        if (prefixes.isPresent()) {
            int exponent = Quantity.exponent(size, Quantity.SCALED_DIGITS);
            int step = prefixes.get().step(exponent);
            int decimals = Math.max(0, Quantity.SCALED_DIGITS - 1 - (exponent - 3 * step));
            return new RowScale(unit, prefixes.get().symbol(step) + withoutOperation(unit), step, decimals, apart);
        }
        int most = Math.max(0, Quantity.PLAIN_DIGITS - 1 - Quantity.exponent(size, Quantity.PLAIN_DIGITS));
        int decimals = Arrays.stream(sizes)
                .mapToInt(value -> decimals(value, most))
                .max()
                .orElse(0);
        return new RowScale(unit, withoutOperation(unit), 0, decimals, apart);
    }

    /** The value; what is not a number becomes a dash. */
    public String format(double value, Glyphs glyphs) {
        if (Double.isNaN(value)) {
            return glyphs.unknown();
        }
        if (apart || Double.isInfinite(value)) {
            return glyphs.safe(Quantity.format(value, unit, glyphs));
        }
        BigDecimal shown =
                new BigDecimal(value).abs().scaleByPowerOfTen(-3 * step).setScale(decimals, RoundingMode.HALF_EVEN);
        String sign = value < 0 && shown.signum() != 0 ? glyphs.minus() : "";
        return glyphs.safe((sign + Quantity.grouped(shown) + " " + shownUnit.replace("µ", glyphs.micro())).strip());
    }

    /** The decimals that a value needs, of so many at most: 24.0001 needs none of two. */
    private static int decimals(double value, int most) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return Math.max(0, rounded.scale());
    }

    private static String withoutOperation(String unit) {
        return switch (unit) {
            case "ops/s" -> "/s";
            case "#/op", "#", "counts" -> "";
            default -> unit.endsWith("/op") ? unit.substring(0, unit.length() - "/op".length()) : unit;
        };
    }
}
