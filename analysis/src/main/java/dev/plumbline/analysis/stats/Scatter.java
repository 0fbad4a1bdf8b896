package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * How the forks of one series scatter, inside their runs and from run to run (a one-way analysis of variance with runs
 * as groups, nested in the two sides of a comparison). Without a run-to-run component both mean squares estimate the same
 * variance.
 *
 * @param within mean square inside runs of either side; NaN when no run has two forks
 * @param withinDegreesOfFreedom its degrees of freedom, 0 when it is NaN
 * @param between mean square between the runs of a side, on the scale of one fork; NaN when neither side has two runs
 * @param betweenDegreesOfFreedom its degrees of freedom, 0 when it is NaN
 * @param forksPerRun F in the expectation σ² + F τ² of {@code between}: the sides' harmonic means of fork counts, weighted with
 *     their degrees of freedom; the baseline's alone when neither side has two runs
 * @param baseline what the candidate is compared with
 * @param candidate what is compared
 */
public record Scatter(
        double within,
        int withinDegreesOfFreedom,
        double between,
        int betweenDegreesOfFreedom,
        double forksPerRun,
        Side baseline,
        Side candidate) {

    /**
     * One side of a comparison.
     *
     * @param mean the mean of its run means
     * @param runs how many runs it has
     * @param forksPerRun the harmonic mean of their fork counts
     */
    public record Side(double mean, int runs, double forksPerRun) {

        /** The same with other fork counts. */
        public Side withForksPerRun(double forks) {
            return new Side(mean, runs, forks);
        }
    }

    /**
     * The scatter of a candidate and its baseline.
     *
     * @param baseline at least one run, each with at least one finite fork value
     * @param candidate likewise
     */
    public static Scatter of(List<double[]> baseline, List<double[]> candidate) {
        Squares left = Squares.of(baseline);
        Squares right = Squares.of(candidate);
        int within = left.within.degreesOfFreedom + right.within.degreesOfFreedom;
        int between = left.between.degreesOfFreedom + right.between.degreesOfFreedom;
        return new Scatter(
                within == 0 ? Double.NaN : (left.within.sum + right.within.sum) / within,
                within,
                between == 0
                        ? Double.NaN
                        : (left.side.forksPerRun * left.between.sum + right.side.forksPerRun * right.between.sum)
                                / between,
                between,
                between == 0
                        ? left.side.forksPerRun
                        : (left.side.forksPerRun * left.between.degreesOfFreedom
                                        + right.side.forksPerRun * right.between.degreesOfFreedom)
                                / between,
                left.side,
                right.side);
    }

    /** The candidate's mean less the baseline's. */
    public double difference() {
        return candidate.mean - baseline.mean;
    }

    private record Sum(double sum, int degreesOfFreedom) {}

    private record Squares(Sum within, Sum between, Side side) {

        static Squares of(List<double[]> runs) {
            double squares = 0;
            int degreesOfFreedom = 0;
            double[] means = new double[runs.size()];
            double inverseForks = 0;
            for (int run = 0; run < means.length; run++) {
                Sample forks = Sample.of(runs.get(run));
                squares += forks.sumOfSquares();
                degreesOfFreedom += forks.degreesOfFreedom();
                means[run] = forks.mean();
                inverseForks += 1.0 / forks.size();
            }
            Sample of = Sample.of(means);
            return new Squares(
                    new Sum(squares, degreesOfFreedom),
                    new Sum(of.sumOfSquares(), of.degreesOfFreedom()),
                    new Side(of.mean(), of.size(), of.size() / inverseForks));
        }
    }
}
