package dev.plumbline.charts.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis.
 *
 * @param values ascending, in the unit of the axis
 * @param decimals how many decimals distinguish neighbours
 */
public record Ticks(List<Double> values, int decimals) {

    /** More parts than this are never tried. */
    private static final int MOST = 32;

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /**
     * The multiples of 1, 2, 2.5 or 5 times a power of ten from low to high that come closest to a count, and at
     * least two: one alone would not say how far apart values are.
     */
    public static Ticks between(double low, double high, int count) {
        int wanted = Math.max(1, count);
        Ticks ticks = atMost(low, high, wanted);
        while (ticks.values().size() < 2 && wanted < MOST) {
            wanted++;
            ticks = atMost(low, high, wanted);
        }
        return ticks;
    }

    private static Ticks atMost(double low, double high, int count) {
        double rough = (high - low) / count;
        int exponent = (int) Math.floor(Math.log10(rough));
        double power = Math.pow(10, exponent);
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (candidate * power >= rough * (1 - 1e-9)) {
                step = candidate;
                break;
            }
        }
        int decimals = Math.max(0, step == 2.5 ? 1 - exponent : step == 10 ? -exponent - 1 : -exponent);
        double width = step * power;
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(low / width - 1e-9);
        long last = (long) Math.floor(high / width + 1e-9);
        for (long i = first; i <= last; i++) {
            values.add(i * width);
        }
        return new Ticks(List.copyOf(values), decimals);
    }

    /** The value of a tick as the axis labels it. */
    public String label(double value) {
        return PlainNumbers.fixed(value == 0 ? 0 : value, decimals);
    }
}
