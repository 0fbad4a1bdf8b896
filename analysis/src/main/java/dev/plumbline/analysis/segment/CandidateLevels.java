package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;

/** The levels that a path may take: medians of short stretches of runs, thinned, and levels found before. */
final class CandidateLevels {

    /** Runs in a stretch: two of the five may be strays without affecting its median. */
    private static final int STRETCH = 5;

    /** Runs between the beginnings of neighbouring stretches. */
    private static final int STRIDE = 2;

    /** Between neighbouring candidates, in standard deviations of a run's mean. */
    private static final double SPACING = 0.25;

    private final double[] medians;

    CandidateLevels(RunValues values) {
        int stretch = Math.min(STRETCH, values.runs());
        medians = new double[(values.runs() - stretch) / STRIDE + 1];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = Median.select(values.means(i * STRIDE, i * STRIDE + stretch));
        }
        Arrays.sort(medians);
    }

    /** Those at least a share of the standard deviation of a run's mean apart, and the further ones; ascending. */
    double[] apart(double runScale, double... further) {
        double[] levels = new double[medians.length + further.length];
        int count = 0;
        for (double median : medians) {
            if (count == 0 || median - levels[count - 1] >= SPACING * runScale) {
                levels[count++] = median;
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
