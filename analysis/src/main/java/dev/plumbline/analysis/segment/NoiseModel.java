package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.ResidualLoss;

/**
 * How the forks of a series scatter around its levels, according to its own residuals.
 *
 * @param loss of a run at a level
 * @param runScale the standard deviation of a run's mean, including the resemblance of neighbours
 * @param centre how far the middle of the runs lies from the levels, which is not 0 if the noise is skewed
 */
record NoiseModel(RunLoss loss, double runScale, double centre) {

    /** A standardised residual farther out than this counts as this far: a stray isn't a sign of resemblance. */
    private static final double WINSOR_LIMIT = 2.5;

    private static final double SMALLEST_WEIGHT = 0.05;

    /** The median of this many normal numbers has a standard error of 2.8 % of their standard deviation. */
    private static final int ENOUGH_FOR_A_MEDIAN = 2000;

    /** Before any level is known: run means alone, which scatter like Student's t with the scale that neighbours show. */
    static NoiseModel ofNeighbours(RunValues values) {
        double scale = values.neighbourScale();
        return new NoiseModel(new RunLoss(values.meansOnly(), ResidualLoss.student(scale), 1, 0.5, scale), scale, 0);
    }

    /**
     * With a level for every run.
     *
     * @param values the runs
     * @param starts the first runs of the segments
     * @param levels of the segments
     */
    static NoiseModel ofResiduals(RunValues values, int[] starts, double[] levels) {
        int runs = values.runs();
        double[] residuals = new double[values.forks().length];
        double[] means = new double[runs];
        for (int run = 0, segment = 0; run < runs; run++) {
            segment += segment + 1 < starts.length && starts[segment + 1] == run ? 1 : 0;
            for (int fork = values.offset(run); fork < values.offset(run + 1); fork++) {
                residuals[fork] = values.forks()[fork] - levels[segment];
            }
            means[run] = values.mean(run) - levels[segment];
        }
        double scale = scaleOf(residuals);
        double runScale = scaleOf(means);
        ResidualLoss residualLoss = ResidualLoss.of(residuals, scale);

        double[] shares = values.shares();
        double[] usual = new double[runs];
        for (int run = 0; run < runs; run++) {
            for (int fork = values.offset(run); fork < values.offset(run + 1); fork++) {
                usual[run] += shares[run] * residualLoss.at(residuals[fork]);
            }
        }
        double usualLoss = Median.select(spread(usual));
        Resemblance resemblance = Resemblance.of(values, residuals, usual, usualLoss + 6, scale, starts);
        double weight = Math.max(SMALLEST_WEIGHT, resemblance.weight());
        return new NoiseModel(
                new RunLoss(values, residualLoss, weight, weight * usualLoss, runScale),
                runScale * Math.sqrt(resemblance.ofNeighbours()),
                Median.select(spread(means)));
    }

    private static double scaleOf(double[] residuals) {
        double[] deviations = spread(residuals);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.abs(deviations[i]);
        }
        return RunValues.robustScale(deviations);
    }

    /** Numbers spread evenly over a long row, so that a median uses no more of them than give it to a few percent. */
    private static double[] spread(double[] values) {
        int stride = values.length / (ENOUGH_FOR_A_MEDIAN + 1) + 1;
        double[] some = new double[(values.length + stride - 1) / stride];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[i * stride];
        }
        return some;
    }

    /**
     * How much forks of one run resemble each other, and neighbouring runs: the factors by which the variance of a mean is
     * larger than that of independent forks, and of independent runs; each at least 1.
     */
    private record Resemblance(double ofForks, double ofNeighbours) {

        double weight() {
            return 1 / (ofForks * ofNeighbours);
        }

        static Resemblance of(
                RunValues values, double[] residuals, double[] losses, double stray, double scale, int[] starts) {
            double squares = 0;
            int forks = 0;
            double meanSquares = 0;
            double runSquares = 0;
            double products = 0;
            int runs = 0;
            double previous = Double.NaN;
            for (int run = 0, segment = 0; run < values.runs(); run++) {
                if (segment + 1 < starts.length && starts[segment + 1] == run) {
                    segment++;
                    previous = Double.NaN;
                }
                if (losses[run] >= stray) {
                    previous = Double.NaN;
                    continue;
                }
                int size = values.offset(run + 1) - values.offset(run);
                double sum = 0;
                for (int fork = values.offset(run); fork < values.offset(run + 1); fork++) {
                    double z = Math.max(-WINSOR_LIMIT, Math.min(WINSOR_LIMIT, residuals[fork] / scale));
                    sum += z;
                    squares += z * z;
                }
                double mean = sum / size;
                forks += size;
                runs++;
                meanSquares += size * mean * mean;
                runSquares += mean * mean;
                products += Double.isNaN(previous) ? 0 : mean * previous;
                previous = mean;
            }
            if (runs < 2 || squares == 0 || runSquares == 0) {
                return new Resemblance(1, 1);
            }
            // What chance alone gives isn't resemblance: one standard error of either estimate is subtracted.
            double chance = 1 / Math.sqrt(runs);
            double forkFactor = meanSquares / runs / (squares / forks) - chance;
            double correlation = Math.min(0.9, Math.max(0, products / runSquares - chance));
            double mostForks = (double) forks / runs;
            return new Resemblance(Math.max(1, Math.min(mostForks, forkFactor)), (1 + correlation) / (1 - correlation));
        }
    }
}
