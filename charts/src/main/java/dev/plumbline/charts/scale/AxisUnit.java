package dev.plumbline.charts.scale;

/**
 * The unit of a chart's values. Which units there are, and which prefixes they have, is the caller's knowledge; a chart asks once, for the
 * size of what it shows.
 */
@FunctionalInterface
public interface AxisUnit {

    /**
     * The unit in which values of a size are read best.
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
     */
    record Scale(String label, double factor) {

        /** A value of the chart in this unit, with four significant digits and the label. */
        public String describe(double value) {
            String figure = Figures.significant(value * factor, 4);
            return label.isEmpty() ? figure : figure + " " + label;
        }
    }
}
