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
    private static final double MARGIN_SHARE = 1.05;
    private static final double FAR = 6;
    private static final double LEAST_REACH = Math.log(1.03);
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
     * @param beyond whether the ratio itself is cut off
     */
    public record Bar(String low, String high, String ratio, boolean cutLow, boolean cutHigh, boolean beyond) {}

    /**
     * A scale that fits all of the intervals; only one that reaches more than {@value #FAR} times as far as half of them is cut off, so that the
     * others stay readable.
     */
    public static Forest of(List<double[]> intervals) {
        double[] ends = intervals.stream()
                .mapToDouble(interval -> Math.max(Math.abs(Math.log(interval[0])), Math.abs(Math.log(interval[1]))))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (ends.length == 0) {
            return new Forest(LEAST_REACH);
        }
        double most = Math.min(ends[ends.length - 1], FAR * ends[(ends.length - 1) / 2]);
        return new Forest(Math.clamp(most * MARGIN_SHARE, LEAST_REACH, GREATEST_REACH));
    }

    /** An interval on this scale. */
    Bar bar(double low, double ratio, double high) {
        return new Bar(
                pixels(low),
                pixels(high),
                pixels(ratio),
                Math.log(low) < -reach,
                Math.log(high) > reach,
                Math.abs(Math.log(ratio)) > reach);
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
