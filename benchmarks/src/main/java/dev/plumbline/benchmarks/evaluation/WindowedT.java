package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.stats.Sample;
import java.util.Arrays;
import java.util.List;

/** A reference: Student's t between the twelve run means before a place and the twelve after it, local maxima above 7. */
final class WindowedT {

    private static final int WINDOW = 12;
    private static final double THRESHOLD = 7;

    private WindowedT() {}

    static int[] changePoints(List<double[]> runs) {
        double[] means = runs.stream()
                .mapToDouble(forks -> Arrays.stream(forks).average().orElseThrow())
                .toArray();
        double[] t = new double[means.length];
        for (int place = WINDOW; place + WINDOW <= means.length; place++) {
            Sample before = Sample.of(Arrays.copyOfRange(means, place - WINDOW, place));
            Sample after = Sample.of(Arrays.copyOfRange(means, place, place + WINDOW));
            double error = Math.sqrt((before.variance() + after.variance()) / WINDOW);
            t[place] = Math.abs(after.mean() - before.mean()) / Math.max(error, 1e-300);
        }
        int[] found = new int[means.length];
        int count = 0;
        for (int place = WINDOW; place + WINDOW <= means.length; place++) {
            double highest = 0;
            for (int near = Math.max(0, place - WINDOW); near < Math.min(t.length, place + WINDOW); near++) {
                highest = Math.max(highest, t[near]);
            }
            if (t[place] > THRESHOLD && t[place] == highest && (count == 0 || place - found[count - 1] > WINDOW)) {
                found[count++] = place;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
