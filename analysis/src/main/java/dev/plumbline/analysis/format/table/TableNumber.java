package dev.plumbline.analysis.format.table;

/**
 * A number as a table has it.
 *
 * @param value NaN when the table has none, or doesn't say how large it is
 * @param decimals the digits behind the decimal point, -1 when it is not written in digits
 * @param magnitude whether only the order of magnitude is known: {@code ≈ 10⁻³}
 */
public record TableNumber(double value, int decimals, boolean magnitude) {

    /** There is none. */
    public static final TableNumber NONE = new TableNumber(Double.NaN, -1, false);

    /** What is written in digits. */
    public static TableNumber of(double value, int decimals) {
        return new TableNumber(value, decimals, false);
    }

    /** What is known to its power of ten; NaN when not even that. */
    public static TableNumber magnitude(double value) {
        return new TableNumber(value, -1, true);
    }

    /** By how much the number may differ from what was measured: half a unit of the last digit; 0 when it isn't known. */
    public double rounding() {
        return decimals < 0 ? 0 : Math.pow(10, -decimals) / 2;
    }

    /** Whether the digits say the value to half a per cent. */
    public boolean precise() {
        return !magnitude && rounding() <= Math.abs(value) / 200;
    }
}
