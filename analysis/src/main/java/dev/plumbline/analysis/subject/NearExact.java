package dev.plumbline.analysis.subject;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;
import java.util.List;

/**
 * Recognises a metric that repeats to the digit, by its behaviour: the forks of most runs agree within the resolution, and
 * so do most neighbouring runs, whatever steps lie between them.
 */
public final class NearExact {

    /** One of five runs may have a fork that went another way, or be followed by a step. */
    private static final double TOLERATED_SHARE = 0.2;

    private NearExact() {}

    /**
     * Whether these runs, oldest first, each with at least one finite value, behave like this. One value alone shows nothing, unless
     * the metric is counted exactly.
     */
    public static boolean recognises(Metric metric, List<double[]> runs) {
        if (!Resolution.possible(metric) || runs.isEmpty()) {
            return false;
        }
        Resolution resolution = Resolution.of(metric);
        int spreads = 0;
        int wideSpreads = 0;
        int wideSteps = 0;
        double previous = Double.NaN;
        for (double[] run : runs) {
            double level = run.length == 1 ? run[0] : Median.of(run);
            double tolerance = 2 * resolution.at(level);
            if (run.length > 1) {
                spreads++;
                double low = Arrays.stream(run).min().orElseThrow();
                double high = Arrays.stream(run).max().orElseThrow();
                wideSpreads += high - low > tolerance ? 1 : 0;
            }
            wideSteps += Math.abs(level - previous) > tolerance ? 1 : 0;
            previous = level;
        }
        int steps = runs.size() - 1;
        if (spreads == 0 && steps == 0) {
            return metric.unit().family().isExact();
        }
        boolean calmInside = wideSpreads <= TOLERATED_SHARE * spreads;
        boolean mostStepsCalm = wideSteps < steps && wideSteps <= 1 + TOLERATED_SHARE * steps;
        boolean twoCalmRuns = steps == 1 && spreads == 2;
        return calmInside && (steps == 0 || mostStepsCalm || twoCalmRuns);
    }
}
