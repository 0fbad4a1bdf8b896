package dev.plumbline.server.site.series;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.model.UnitScale;
import dev.plumbline.server.site.frame.Figures;
import java.util.Locale;

/**
 * Half the width of an interval, as it stands beside the value that it belongs to: with the value's prefix and two digits.
 *
 * @param value the value in the base unit
 * @param halfWidth in the base unit; not finite if it isn't known
 * @param unit the base unit
 */
record HalfWidth(double value, double halfWidth, String unit) {

    boolean known() {
        return Double.isFinite(halfWidth);
    }

    /** For example {@code ± 0.18 µs/op}; empty if it isn't known. */
    String text() {
        return known() ? "± " + number() + " " + scale().label() : "";
    }

    /** The value with it: {@code 6.58 µs/op ± 0.18}. */
    String withValue() {
        return Figures.value(value, unit) + (known() ? " ± " + number() : "");
    }

    private UnitScale scale() {
        return Unit.of(unit).scale(Math.abs(value));
    }

    private String number() {
        double size = halfWidth * scale().factor();
        if (size == 0) {
            return "0";
        }
        int decimals = (int) Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(size))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", size);
    }
}
