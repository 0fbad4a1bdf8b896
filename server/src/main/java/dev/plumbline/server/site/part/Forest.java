package dev.plumbline.server.site.part;

import dev.plumbline.server.site.frame.Figures;
import java.util.List;
import java.util.Locale;

/**
 * The scale on which a column of ratios is drawn: logarithmic, symmetric, with no change in its middle.
 * What lies beyond is cut off with an arrow.
 *
 * @param reach the logarithm of the ratio at the right end, positive
 */
public record Forest(double reach) {

    /** Pixels of a bar's drawing. */
    public static final int WIDTH = 168;

    private static final double MARGIN = 8;
    private static final double LEAST_REACH = Math.log(1.06);
    private static final double GREATEST_REACH = Math.log(3);
    private static final double BAND = 0.02;

    /**
     * One interval as it is drawn, in pixels from the left.
     *
     * @param low where it starts
     * @param high where it ends
     * @param ratio where its mark is
     * @param cutLow whether it continues to the left
     * @param cutHigh whether it continues to the right
     */
    public record Bar(String low, String high, String ratio, boolean cutLow, boolean cutHigh) {}

    /** A scale that fits most of the intervals; a few that reach much farther are cut off, so that the others stay readable. */
    public static Forest of(List<double[]> intervals) {
        double[] ends = intervals.stream()
                .mapToDouble(interval -> Math.max(Math.abs(Math.log(interval[0])), Math.abs(Math.log(interval[1]))))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double most = ends.length == 0 ? LEAST_REACH : ends[(ends.length - 1) * 3 / 4];
        return new Forest(Math.clamp(most * 1.3, LEAST_REACH, GREATEST_REACH));
    }

    /** An interval on this scale. */
    Bar bar(double low, double ratio, double high) {
        return new Bar(pixels(low), pixels(high), pixels(ratio), Math.log(low) < -reach, Math.log(high) > reach);
    }

    /** The band within which a change of time is not relevant: its left end. */
    public String bandStart() {
        return pixels(1 - BAND);
    }

    /** The band's width. */
    public String bandWidth() {
        return number(place(1 + BAND) - place(1 - BAND));
    }

    /** The left end in words. */
    public String least() {
        return Figures.change(Math.exp(-reach));
    }

    /** The right end in words. */
    public String most() {
        return Figures.change(Math.exp(reach));
    }

    private String pixels(double ratio) {
        return number(place(ratio));
    }

    private double place(double ratio) {
        double share = Math.clamp(Math.log(ratio) / reach, -1, 1);
        return WIDTH / 2.0 + share * (WIDTH / 2.0 - MARGIN);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
