package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;

/** The levels that a path may take: medians of short stretches of runs, thinned, and levels found before. */
final class CandidateLevels {

    /** Runs in a stretch: two of the five may be strays before its median is. */
    private static final int STRETCH = 5;

    /** Between neighbouring candidates, in standard deviations of a run's mean. */
    private static final double SPACING = 0.25;

    private CandidateLevels() {}

    /** Ascending; at least one. */
    static double[] of(RunValues values, double scale, double... further) {
        int runs = values.runs();
        int stretch = Math.min(STRETCH, runs);
        double[] candidates = new double[runs - stretch + 1];
        for (int from = 0; from + stretch <= runs; from++) {
            candidates[from] = Median.of(values.means(from, from + stretch));
        }
        Arrays.sort(candidates);
        double[] levels = new double[candidates.length + further.length];
        int count = 0;
        double previous = Double.NEGATIVE_INFINITY;
        for (double candidate : candidates) {
            if (candidate - previous >= SPACING * scale) {
                levels[count++] = candidate;
                previous = candidate;
            }
        }
        for (double level : further) {
            levels[count++] = level;
        }
        double[] ascending = Arrays.copyOf(levels, count);
        Arrays.sort(ascending);
        return ascending;
    }
}
