package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.Noise;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.List;

/**
 * Whether the runs of a candidate, the measurements of one commit, tell the same. A machine that was slow for the length of a
 * run moves all forks of that run alike, and the mean over the runs then lies at a level that none of them has.
 *
 * @param level with which a run is called an outlier, and with which the others have to show the change, in (0, 1)
 */
record RunAgreement(double level) {

    /**
     * Whether one run differs from the candidate's others by more than the noise explains, and the others alone show no change
     * in the direction of the whole. The run in question is the one farthest from the baseline; its p-value is multiplied by
     * the number of runs (Bonferroni), since it was chosen among them.
     *
     * @param comparison with the runs, on its scale
     * @param noise of the series
     */
    boolean isBroken(Comparison comparison, Noise noise) {
        List<double[]> runs = comparison.scale().apply(comparison.prepared().candidate());
        int count = runs.size();
        if (count < 2) {
            return false;
        }
        double baseline = comparison.scatter().baseline().mean();
        double sum = 0;
        double farthest = baseline;
        for (double[] forks : runs) {
            double mean = Sample.of(forks).mean();
            sum += mean;
            if (Math.abs(mean - baseline) >= Math.abs(farthest - baseline)) {
                farthest = mean;
            }
        }
        double others = (sum - farthest) / (count - 1);
        double ofRun = noise.ofRunMean(comparison.scatter().candidate().forksPerRun());
        double outlier = count
                * StudentT.twoSided(
                        (farthest - others) / Math.sqrt(ofRun * count / (count - 1)), noise.degreesOfFreedom());
        if (outlier > level) {
            return false;
        }
        double ofBaseline = noise.ofRunMean(comparison.scatter().baseline().forksPerRun())
                / comparison.scatter().baseline().runs();
        double shift = others - baseline;
        boolean sameWay = shift * (farthest - baseline) > 0;
        return !sameWay
                || StudentT.twoSided(shift / Math.sqrt(ofRun / (count - 1) + ofBaseline), noise.degreesOfFreedom())
                        > level;
    }
}
