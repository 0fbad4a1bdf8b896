package dev.plumbline.charts.forest;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a ratio is drawn: logarithmic, symmetric. The few intervals that reach beyond are cut off, so that the others stay
 * readable.
 *
 * @param reach the logarithm of the ratio at the right end, positive
 */
record ForestScale(double reach) {

    private static final double LEAST_REACH = Math.log(1.05);
    private static final double GREATEST_REACH = Math.log(4);

    /** What reaches this many times as far as three quarters of the rows is cut off. */
    private static final double FAR = 3;

    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2};

    /** A tick closer to the end than this share of the scale would be cut. */
    private static final double USABLE = 0.95;

    /** A scale that holds most of the intervals in full. */
    static ForestScale of(List<ForestChart.Row> rows) {
        double[] ends = rows.stream()
                .filter(ForestChart.Row::isDrawn)
                .mapToDouble(row -> Math.max(
                        Math.abs(Math.log(row.ratio())), Math.max(Math.abs(Math.log(row.low())), Math.log(row.high()))))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double usual = ends.length == 0 ? LEAST_REACH : ends[(ends.length - 1) * 3 / 4];
        double most = ends.length == 0 ? LEAST_REACH : Math.min(ends[ends.length - 1], FAR * usual);
        return new ForestScale(Math.max(LEAST_REACH, Math.min(GREATEST_REACH, most * 1.1)));
    }

    /** The ratio at the left end. */
    double low() {
        return Math.exp(-reach);
    }

    /** The ratio at the right end. */
    double high() {
        return Math.exp(reach);
    }

    /** A ratio as it is drawn: at the ends if it is beyond. */
    double x(double ratio) {
        return Math.max(low(), Math.min(high(), ratio));
    }

    /** The changes that have a tick, as shares: −0.1, 0, 0.1. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        double step = STEPS[0];
        for (double each : STEPS) {
            step = Math.log(1 + each) <= USABLE * reach ? each : step;
        }
        for (double tick : new double[] {step, -step}) {
            if (tick > -1 && Math.abs(Math.log(1 + tick)) <= USABLE * reach) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
