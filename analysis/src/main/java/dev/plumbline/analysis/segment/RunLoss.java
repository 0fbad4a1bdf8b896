package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.ResidualLoss;
import java.util.Arrays;

/**
 * The cost of assuming that a run was made at a level: the weighted sum of its forks' losses, bounded, so that a run on
 * a bad machine costs no more than {@link #MOST_EXCESS} beyond a usual one, wherever it is.
 */
final class RunLoss {

    /** In nats; below the penalty of a change point, so that a lone run never makes two of them. */
    private static final double MOST_EXCESS = 5;

    private static final int REFINEMENTS = 3;

    private final RunValues values;
    private final ResidualLoss residualLoss;
    private final double[] forks;
    private final int[] offsets;
    private final double weight;
    private final double most;
    private final double below;
    private final double above;
    private final double[] worth;
    private final double[] shares;

    /**
     * @param values the runs
     * @param residualLoss of one fork
     * @param weight the share of its forks' evidence that a run is worth, in (0, 1]: less than 1 if forks of one run,
     *     or neighbouring runs, resemble each other
     * @param usual the loss of a usual run at its own level
     * @param runScale the standard deviation of a run's mean
     */
    RunLoss(RunValues values, ResidualLoss residualLoss, double weight, double usual, double runScale) {
        this.values = values;
        this.residualLoss = residualLoss;
        this.forks = values.forks();
        this.offsets = values.offsets();
        this.weight = weight;
        this.most = usual + MOST_EXCESS;
        double share = most / (weight * values.fewestForks());
        this.below = residualLoss.lowestCosting(share);
        this.above = residualLoss.highestCosting(share);
        this.shares = values.shares();
        this.worth = new double[values.runs()];
        Arrays.setAll(worth, run -> values.worth(run, runScale));
    }

    /** The most that a run can cost, and what it does cost at every level outside [lowest, highest]. */
    double most() {
        return most;
    }

    /** The lowest level at which a run may cost less than {@link #most()}. */
    double lowest(int run) {
        return values.least(run) - above / worth[run];
    }

    /** The highest level at which a run may cost less than {@link #most()}. */
    double highest(int run) {
        return values.greatest(run) - below / worth[run];
    }

    int runs() {
        return values.runs();
    }

    /** Of one run at a level. */
    double of(int run, double level) {
        double sum = 0;
        for (int fork = offsets[run]; fork < offsets[run + 1]; fork++) {
            sum += residualLoss.at((forks[fork] - level) * worth[run]);
        }
        return Math.min(most, weight * shares[run] * sum);
    }

    /** Whether a run at this level costs as much as any run can. */
    boolean isStray(int run, double level) {
        return of(run, level) >= most;
    }

    /** Of the runs in [from, to) at one level. */
    double of(int from, int to, double level) {
        double sum = 0;
        for (int run = from; run < to; run++) {
            sum += of(run, level);
        }
        return sum;
    }

    /** The level near {@code guess} that costs the runs in [from, to) least, to a sixteenth of {@code step}. */
    double levelNear(int from, int to, double guess, double step) {
        double best = guess;
        double least = of(from, to, best);
        double stride = step;
        for (int refinement = 0; refinement < REFINEMENTS; refinement++) {
            for (int direction = -1; direction <= 1; direction += 2) {
                double next = best + direction * stride;
                double cost = of(from, to, next);
                while (cost < least) {
                    best = next;
                    least = cost;
                    next = best + direction * stride;
                    cost = of(from, to, next);
                }
            }
            stride /= 2;
        }
        return best;
    }
}
