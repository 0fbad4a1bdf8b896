package dev.plumbline.analysis.segment;

import java.util.Arrays;

/**
 * How probable each place of a shift is when neither of the two levels is known: the likelihood of the runs, averaged over pairs of levels around the
 * estimated ones. A smaller distance is more probable than a larger one, because those are told that noise has helped.
 *
 * <p>Only places that may matter are looked at. Runs before and behind them tell no place, but the levels; there the noise counts as normal.
 */
final class PlacePosterior {

    private static final int OLD_LEVELS = 9;

    private static final int NEW_LEVELS = 13;

    /** Standard errors to either side of an estimated level up to which it may lie. */
    private static final double REACH = 3;

    /**
     * How much the error of the levels counts beside the distance between them: a shift that was hardly told was told where noise helped. Found by
     * trying (E10 in docs/statistics.md).
     */
    private static final double ERRORS = 16;

    /** A distance is as probable before as this power of it. */
    private static final double POWER = -2;

    /** Standard deviations of a run below which no distance is more probable than another. */
    private static final double SMALLEST_DISTANCE = 0.5;

    /** What one run can tell of the place, in nats: about one in twenty is made on a bad machine, and lies anywhere. */
    private static final double NATS_A_RUN = 4;

    private final NoiseModel noise;
    private final double[] olds;
    private final double[] news;
    private final double[][] prior;
    private final double sureness;

    /**
     * @param noise of the runs
     * @param before the old level, as far as it is known
     * @param runsBefore from how many runs
     * @param after the new level
     * @param runsAfter from how many runs
     */
    PlacePosterior(NoiseModel noise, double before, int runsBefore, double after, int runsAfter) {
        this.noise = noise;
        double scale = noise.runScale();
        double difference = after - before;
        double errorBefore = scale / Math.sqrt(runsBefore);
        double errorAfter = scale / Math.sqrt(runsAfter);
        double unsure = ERRORS * (errorBefore * errorBefore + errorAfter * errorAfter) / (difference * difference);
        sureness = 1 / (1 + unsure * unsure);
        olds = spread(before - REACH * errorBefore, before + REACH * errorBefore, OLD_LEVELS);
        double sign = Math.signum(difference);
        double nearest = Math.max(0, Math.abs(difference) - REACH * errorAfter);
        news = spread(before + sign * nearest, after + sign * REACH * errorAfter, NEW_LEVELS);
        prior = new double[OLD_LEVELS][NEW_LEVELS];
        for (int i = 0; i < OLD_LEVELS; i++) {
            for (int j = 0; j < NEW_LEVELS; j++) {
                double distance = (news[j] - olds[i]) * sign;
                prior[i][j] = distance > 0 ? Math.pow(distance / scale + SMALLEST_DISTANCE, POWER) : 0;
            }
        }
    }

    private static double[] spread(double from, double to, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> from + (to - from) * (i + 0.5) / count);
        return values;
    }

    /**
     * How probable it is, up to a common factor, that each of these is the first run at the new level.
     *
     * @param first the first run that may be
     * @param last the last run that may be
     * @param from the first run at the old level
     * @param to the end of the runs at the new level
     * @param before the old level
     * @param after the new level
     */
    double[] of(int first, int last, int from, int to, double before, double after) {
        double[] oldCosts = outside(olds, before, first - from);
        double[] newCosts = outside(news, after, to - last);
        double[][] ofRuns = new double[last - first][];
        for (int run = first; run < last; run++) {
            ofRuns[run - first] = costs(run);
            for (int j = 0; j < NEW_LEVELS; j++) {
                newCosts[j] += ofRuns[run - first][OLD_LEVELS + j];
            }
        }
        double[] probabilities = new double[last - first + 1];
        double[] logarithms = new double[probabilities.length];
        for (int place = 0; place < probabilities.length; place++) {
            if (place > 0) {
                for (int i = 0; i < OLD_LEVELS; i++) {
                    oldCosts[i] += ofRuns[place - 1][i];
                }
                for (int j = 0; j < NEW_LEVELS; j++) {
                    newCosts[j] -= ofRuns[place - 1][OLD_LEVELS + j];
                }
            }
            logarithms[place] = logarithm(oldCosts, newCosts);
        }
        double highest = Arrays.stream(logarithms).max().orElse(0);
        Arrays.setAll(probabilities, place -> Math.exp(logarithms[place] - highest));
        return probabilities;
    }

    private double logarithm(double[] oldCosts, double[] newCosts) {
        double leastOld = Arrays.stream(oldCosts).min().orElse(0);
        double leastNew = Arrays.stream(newCosts).min().orElse(0);
        double[] likelihoods = new double[NEW_LEVELS];
        Arrays.setAll(likelihoods, j -> Math.exp(leastNew - newCosts[j]));
        double sum = 0;
        for (int i = 0; i < OLD_LEVELS; i++) {
            double ofNew = 0;
            for (int j = 0; j < NEW_LEVELS; j++) {
                ofNew += prior[i][j] * likelihoods[j];
            }
            sum += Math.exp(leastOld - oldCosts[i]) * ofNew;
        }
        return Math.log(sum) - leastOld - leastNew;
    }

    /** What runs that lie at one level in any case cost at each level that it may be. */
    private double[] outside(double[] levels, double estimate, int runs) {
        double[] costs = new double[levels.length];
        Arrays.setAll(costs, i -> {
            double z = (levels[i] - estimate) / noise.runScale();
            return sureness * runs * z * z / 2;
        });
        return costs;
    }

    /** What a run costs at each old and at each new level, beside the best of them. */
    private double[] costs(int run) {
        double[] costs = new double[OLD_LEVELS + NEW_LEVELS];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < costs.length; i++) {
            costs[i] = noise.loss().of(run, i < OLD_LEVELS ? olds[i] : news[i - OLD_LEVELS]);
            least = Math.min(least, costs[i]);
        }
        for (int i = 0; i < costs.length; i++) {
            costs[i] = sureness * Math.min(NATS_A_RUN, costs[i] - least);
        }
        return costs;
    }
}
