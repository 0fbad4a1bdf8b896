package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * How the forks of one series scatter, inside their runs and from run to run (a one-way analysis of variance with runs
 * as groups). Without a run-to-run component both mean squares estimate the same variance.
 *
 * @param within mean square inside runs, the candidate's forks included; NaN when no run has two forks
 * @param withinDegreesOfFreedom its degrees of freedom, 0 when it is NaN
 * @param between mean square between the baseline's runs, on the scale of one fork; NaN with fewer than two runs
 * @param betweenDegreesOfFreedom its degrees of freedom, 0 when it is NaN
 * @param baselineMean the mean of the baseline's run means
 * @param baselineRuns how many runs the baseline has
 * @param forksPerRun the harmonic mean of the baseline's fork counts
 * @param candidateMean the candidate's mean
 * @param candidateForks how many forks the candidate has
 */
public record Scatter(
        double within,
        int withinDegreesOfFreedom,
        double between,
        int betweenDegreesOfFreedom,
        double baselineMean,
        int baselineRuns,
        double forksPerRun,
        double candidateMean,
        int candidateForks) {

    /**
     * The scatter of a candidate and its baseline.
     *
     * @param baseline at least one run, each with at least one finite fork value
     * @param candidate at least one finite fork value
     */
    public static Scatter of(List<double[]> baseline, double[] candidate) {
        Sample candidateForks = Sample.of(candidate);
        double squares = candidateForks.sumOfSquares();
        int degreesOfFreedom = candidateForks.degreesOfFreedom();
        double[] means = new double[baseline.size()];
        double inverseForks = 0;
        for (int run = 0; run < means.length; run++) {
            Sample forks = Sample.of(baseline.get(run));
            squares += forks.sumOfSquares();
            degreesOfFreedom += forks.degreesOfFreedom();
            means[run] = forks.mean();
            inverseForks += 1.0 / forks.size();
        }
        double forksPerRun = means.length / inverseForks;
        Sample runs = Sample.of(means);
        return new Scatter(
                degreesOfFreedom == 0 ? Double.NaN : squares / degreesOfFreedom,
                degreesOfFreedom,
                runs.variance() * forksPerRun,
                runs.degreesOfFreedom(),
                runs.mean(),
                runs.size(),
                forksPerRun,
                candidateForks.mean(),
                candidateForks.size());
    }

    /** The candidate's mean less the baseline's. */
    public double difference() {
        return candidateMean - baselineMean;
    }
}
