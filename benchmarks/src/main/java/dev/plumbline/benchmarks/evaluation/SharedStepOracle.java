package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.suite.EnvironmentShift;
import dev.plumbline.analysis.suite.SuiteHistory;
import java.util.Arrays;

/**
 * What could be told of a step of a suite's shared movement by those who know more than the history shows.
 *
 * @param movement the runs between the shifts on either side of the step, without the step
 * @param from the first of these runs
 * @param place the run at which the step begins
 * @param size of the step, on the log scale
 */
record SharedStepOracle(double[] movement, int from, int place, double size) {

    private static final double BANDWIDTH = 0.01;

    /** By this much the single levels that are tried are apart. */
    private static final double GRID = 0.004;

    /** So much of the density lies anywhere in {@value #RANGE}, so that a run tells at most a few nats. */
    private static final double ANYWHERE = 0.05;

    private static final double RANGE = 1;

    private static final double PENALTY =
            SegmentationSettings.defaults().forSuite().penalty();

    /** The movement around a place. */
    static SharedStepOracle of(SuiteHistory history, int place, double size) {
        double[] movement = history.shared().movement();
        int from = 0;
        int to = movement.length;
        for (EnvironmentShift shift : history.shifts()) {
            int at = shift.point().index();
            from = at <= place ? at : from;
            to = at > place ? Math.min(to, at) : to;
        }
        return new SharedStepOracle(Arrays.copyOfRange(movement, from, to), from, place, size);
    }

    /** Told the place and how the movement scatters, as if that were normal: whether the levels differ by the penalty that a shift costs. */
    boolean tellable() {
        int before = place - from;
        if (before <= 0) {
            return false;
        }
        double error = Median.scaleAround(Median.of(movement), movement)
                * Math.sqrt(1.0 / before + 1.0 / (movement.length - before));
        double standardised = size / error;
        return standardised * standardised / 2 > PENALTY;
    }

    /** Told both levels and not the place: where the distances from them are least. */
    int likeliest() {
        int step = place - from;
        double low = Median.of(Arrays.copyOf(movement, step));
        double high = Median.of(Arrays.copyOfRange(movement, step, movement.length)) + size;
        double cost = 0;
        double least = 0;
        int likeliest = from;
        for (int run = 0; run < movement.length; run++) {
            double value = movement[run] + (run < step ? 0 : size);
            cost += Math.abs(value - low) - Math.abs(value - high);
            if (cost < least) {
                least = cost;
                likeliest = from + run + 1;
            }
        }
        return likeliest;
    }

    /**
     * Told the place and, from the movement without the step, how its runs are distributed around their level, such as those of several kinds of
     * machines: whether the likelihood of both levels is greater than that of the best single one by the penalty.
     */
    boolean tellableByDensity() {
        int step = place - from;
        if (step <= 0) {
            return false;
        }
        double level = Median.of(movement);
        double best = Double.NEGATIVE_INFINITY;
        for (double single = -size; single <= 2 * size; single += GRID) {
            double sum = 0;
            for (int run = 0; run < movement.length; run++) {
                sum += logDensity(run, movement[run] + (run < step ? 0 : size) - level - single);
            }
            best = Math.max(best, sum);
        }
        double both = 0;
        for (int run = 0; run < movement.length; run++) {
            both += logDensity(run, movement[run] - level);
        }
        return both - best > PENALTY;
    }

    /** The logarithm of the density at a distance from the level: a kernel estimate from all runs but this one. */
    private double logDensity(int run, double distance) {
        double level = Median.of(movement);
        double density = 0;
        for (int other = 0; other < movement.length; other++) {
            double apart = (distance - (movement[other] - level)) / BANDWIDTH;
            density += other == run ? 0 : Math.exp(-apart * apart / 2);
        }
        density /= (movement.length - 1) * BANDWIDTH * Math.sqrt(2 * Math.PI);
        return Math.log((1 - ANYWHERE) * density + ANYWHERE / RANGE);
    }
}
