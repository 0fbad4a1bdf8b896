package dev.plumbline.charts.scale;

import java.util.function.DoubleFunction;

/**
 * The unit of a chart's values. Which units there are, and which prefixes they have, is up to the caller; a chart asks once, for the
 * size of the values it shows.
 */
@FunctionalInterface
public interface AxisUnit {

    /**
     * The unit in which values of a size read best.
     *
     * @param typical a value as the chart has most of them; may be 0, or negative
     */
    Scale scale(double typical);

    /** A unit that is always shown as it is. */
    static AxisUnit plain(String label) {
        return typical -> new Scale(label, 1);
    }

    /**
     * A unit with its prefix.
     *
     * @param label for example {@code µs/op}; empty for plain numbers
     * @param factor what a value of the chart is multiplied by to be in this unit
     * @param words a value of the chart with its unit, as the caller writes it elsewhere
     */
    record Scale(String label, double factor, DoubleFunction<String> words) {

        /** A scale whose values are written in its unit, with four significant digits. */
        public Scale(String label, double factor) {
            this(label, factor, value -> (PlainNumbers.significant(value * factor, 4) + " " + label).strip());
        }

        /** A value of the chart with its unit, for those who can't see where it is. */
        public String describe(double value) {
            return words.apply(value);
        }
    }
}
