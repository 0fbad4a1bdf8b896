package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.stats.VariancePrior;

/**
 * What a difference is judged by.
 *
 * @param falseDiscoveryRate the expected share of false findings among the findings of a difference, in (0, 1). Between two recordings of
 *     the same code it is the probability of any finding
 * @param confidence of the intervals, in (0, 1)
 * @param betweenRecordings by how much the share of a function differs from recording to recording of the same code beyond what its
 *     samples explain: a standard deviation of its log odds
 * @param dispersion how much more shares scatter than that, as a factor of their variance, before recordings are known: its location and
 *     what it is worth
 * @param fewestSamples functions with fewer samples than this on both sides together aren't judged
 */
public record DifferenceSettings(
        double falseDiscoveryRate,
        double confidence,
        double betweenRecordings,
        VariancePrior dispersion,
        int fewestSamples) {

    /** What 50 recordings of one program taught, see docs/profiles.md. */
    public static DifferenceSettings defaults() {
        return new DifferenceSettings(0.05, 0.95, 0.1, new VariancePrior(10, 1.5), 6);
    }
}
