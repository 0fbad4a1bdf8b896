package dev.plumbline.analysis.subject;

import java.util.Arrays;

/**
 * The few levels that the forks of a count keep to where each JVM goes one of several ways (escape analysis that removes an
 * allocation or does not). Such a count varies too much to be near-exact, and its forks are far from normal, so that a run
 * of which two forks went the rarer way would look like a shift.
 */
public final class ForkLevels {

    /** At least four of five forks of the baseline repeat another one. */
    private static final double REPEATED_SHARE = 0.8;

    private static final int FEWEST_FORKS = 6;

    private ForkLevels() {}

    /**
     * The two-sided probability that all forks of the candidate go as far one way as its least extreme one did, when each goes its
     * own way as often as the baseline's forks, and this one more, went there: 2 ((1 + k) / (1 + n))^F. 0, which is
     * no objection, if the forks have no such levels.
     */
    public static double pValue(Prepared prepared) {
        double[] baseline = prepared.baselineForks();
        double[] candidate = prepared.candidateForks();
        Arrays.sort(baseline);
        if (!Resolution.possible(prepared.metric()) || baseline.length < FEWEST_FORKS) {
            return 0;
        }
        Resolution resolution = Resolution.of(prepared.metric());
        int repeated = 0;
        for (int i = 0; i < baseline.length; i++) {
            double tolerance = resolution.at(baseline[i]);
            boolean below = i > 0 && baseline[i] - baseline[i - 1] <= tolerance;
            boolean above = i + 1 < baseline.length && baseline[i + 1] - baseline[i] <= tolerance;
            repeated += below || above ? 1 : 0;
        }
        if (repeated < REPEATED_SHARE * baseline.length) {
            return 0;
        }
        double least = Arrays.stream(candidate).min().orElseThrow();
        double greatest = Arrays.stream(candidate).max().orElseThrow();
        int above = 0;
        int below = 0;
        for (double fork : baseline) {
            above += fork >= least - resolution.at(least) ? 1 : 0;
            below += fork <= greatest + resolution.at(greatest) ? 1 : 0;
        }
        double share = (1.0 + Math.min(above, below)) / (1 + baseline.length);
        return Math.min(1, 2 * Math.pow(share, candidate.length));
    }
}
