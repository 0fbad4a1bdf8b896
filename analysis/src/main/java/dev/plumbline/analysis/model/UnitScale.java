package dev.plumbline.analysis.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A base unit with a prefix.
 *
 * @param label what follows a number, for example {@code µs/op}; empty for plain numbers
 * @param kept the unit of the values
 * @param thousands the power of a thousand that the prefix stands for
 */
public record UnitScale(String label, BaseUnit kept, int thousands) {

    /** The prefix with which a value reads best; that of 1 if the value isn't a number. */
    public static UnitScale of(BaseUnit kept, double typical) {
        BigDecimal size = size(kept, Double.isFinite(typical) && typical != 0 ? typical : 1);
        return of(kept, kept.family().thousands(exponent(size, kept.family().digits())));
    }

    /** The prefix of a power of a thousand that the family has. */
    public static UnitScale of(BaseUnit kept, int thousands) {
        return new UnitScale(kept.family().prefix(thousands) + kept.written(), kept, thousands);
    }

    /** The factor from a value in the base unit to the number before the label. */
    public double factor() {
        return kept.writtenFactor() * Math.pow(10, -3 * thousands);
    }

    /** The size of a finite value as the number before the label, exactly. */
    public BigDecimal size(double value) {
        return size(kept, value).scaleByPowerOfTen(-3 * thousands);
    }

    /** The exponent of ten of the first digit, after rounding: 999.96 with three digits is 1.00e3; 0 for 0. */
    public static int exponent(BigDecimal size, int digits) {
        if (size.signum() == 0) {
            return 0;
        }
        BigDecimal rounded = size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale() - 1;
    }

    private static BigDecimal size(BaseUnit kept, double value) {
        return new BigDecimal(value).abs().multiply(BigDecimal.valueOf(kept.writtenFactor()));
    }
}
