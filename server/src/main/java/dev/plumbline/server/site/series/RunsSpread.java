package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.List;

/**
 * How well the mean of a commit's runs is known. Runs differ by τ and forks within a run by σ, so the mean of k runs has the variance τ²/k + σ²/n
 * over n forks. Both are estimated by the analysis of variance. The degrees of freedom are Satterthwaite's (1946): those of the forks where
 * the runs agree, and few where they don't.
 */
final class RunsSpread {

    private static final double UPPER = 0.975;

    private RunsSpread() {}

    /**
     * Half the width of the 95 % interval of the mean of the runs' means; NaN if there is but one fork.
     *
     * @param runs the forks of each run, at least one run
     */
    static double halfWidthOfMean(List<double[]> runs, StudentT studentT) {
        int count = runs.size();
        if (count == 1) {
            return PointSpread.of(runs.get(0), studentT).halfWidthOfMean();
        }
        double[] means = new double[count];
        int withinDegrees = 0;
        double withinSquares = 0;
        double reciprocals = 0;
        for (int run = 0; run < count; run++) {
            Sample forks = Sample.of(runs.get(run));
            means[run] = forks.mean();
            withinSquares += forks.sumOfSquares();
            withinDegrees += forks.degreesOfFreedom();
            reciprocals += 1.0 / forks.size();
        }
        double ofForks = withinDegrees == 0 ? 0 : withinSquares / withinDegrees * reciprocals / count;
        double ofRuns = Math.max(0, Sample.of(means).variance() - ofForks);
        double variance = (ofRuns + ofForks) / count;
        double share = variance == 0 ? 0 : ofRuns / (ofRuns + ofForks);
        double degreesOfFreedom = 1
                / (share * share / (count - 1) + (withinDegrees == 0 ? 0 : (1 - share) * (1 - share) / withinDegrees));
        return variance == 0 ? 0 : studentT.quantile(UPPER, degreesOfFreedom) * Math.sqrt(variance);
    }
}
