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
 * @param iterations how iterations scatter inside the forks, if that is known
 */
public record Scatter(
        double within,
        int withinDegreesOfFreedom,
        double between,
        int betweenDegreesOfFreedom,
        double forksPerRun,
        Side baseline,
        Side candidate,
        IterationScatter iterations) {

    /**
     * One side of a comparison.
     *
     * @param mean the mean of its run means
     * @param runs how many runs it has
     * @param forks how many forks they have together
     * @param forksPerRun the harmonic mean of their fork counts
     */
    public record Side(double mean, int runs, int forks, double forksPerRun) {

        /** The same with this many forks in every run. */
        public Side withForksPerRun(int count) {
            return new Side(mean, runs, count * runs, count);
        }
    }

    /**
     * The scatter of a candidate and its baseline.
     *
     * @param baseline at least one run, each with at least one finite fork value
     * @param candidate likewise
     */
    public static Scatter of(List<double[]> baseline, List<double[]> candidate) {
        return of(baseline, candidate, IterationScatter.UNKNOWN);
    }

    /** The same when the scatter of iterations is known too. */
    public static Scatter of(List<double[]> baseline, List<double[]> candidate, IterationScatter iterations) {
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
                right.side,
                iterations);
    }

    /** The candidate's mean minus the baseline's. */
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
            int forks = 0;
            for (int run = 0; run < means.length; run++) {
                Sample inside = Sample.of(runs.get(run));
                squares += inside.sumOfSquares();
                degreesOfFreedom += inside.degreesOfFreedom();
                means[run] = inside.mean();
                inverseForks += 1.0 / inside.size();
                forks += inside.size();
            }
            Sample of = Sample.of(means);
            return new Squares(
                    new Sum(squares, degreesOfFreedom),
                    new Sum(of.sumOfSquares(), of.degreesOfFreedom()),
                    new Side(of.mean(), of.size(), forks, of.size() / inverseForks));
        }
    }
}
