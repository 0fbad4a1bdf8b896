package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.stats.Estimate;
import dev.plumbline.analysis.stats.StudentT;

/**
 * How likely the last look of a plan settles a series, after what has been seen so far: the predictive probability (Spiegelhalter,
 * Freedman and Blackburn 1986, Monitoring clinical trials: conditional or predictive power?). If nothing is known about the effect
 * beforehand, the mean of N pairs after a mean d of n is d + s √(1/n − 1/N) T, with s the standard deviation of a pair and T of
 * Student's t. Giving up for futility isn't a finding, so it can only lower the rate of false ones.
 */
final class PairProspect {

    /** Below this probability more pairs are not worth their time. */
    static final double HOPELESS = 0.1;

    private final JudgeSettings settings;
    private final StudentT studentT;

    PairProspect(JudgeSettings settings, StudentT studentT) {
        this.settings = settings;
        this.studentT = studentT;
    }

    /**
     * The probability that the last look finds the series regressed, improved or unchanged.
     *
     * @param evidence of {@code pairs} pairs
     * @param most pairs at the last look
     * @param relevant the smallest relevant effect on the scale of the comparison
     */
    double settledAt(int most, PairedEvidence evidence, int pairs, double relevant) {
        if (most <= pairs) {
            return 0;
        }
        Estimate effect = evidence.effect();
        double ofOnePair = effect.standardError() * Math.sqrt(pairs);
        double errorThen = ofOnePair / Math.sqrt(most);
        double degreesThen = effect.degreesOfFreedom() + most - pairs;
        double levels = settings.falseDiscoveryRate();
        double found = Math.max(relevant, errorThen * studentT.quantile(1 - levels / 2, degreesThen));
        double equal = relevant - errorThen * studentT.quantile((1 + settings.confidence()) / 2, degreesThen);
        double spread = ofOnePair * Math.sqrt(1.0 / pairs - 1.0 / most);
        double degrees = effect.degreesOfFreedom();
        double beyond = 1 - within(found, effect.difference(), spread, degrees);
        return beyond + (equal <= 0 ? 0 : within(equal, effect.difference(), spread, degrees));
    }

    /** The probability of a value between −limit and limit. */
    private static double within(double limit, double centre, double spread, double degrees) {
        return below((limit - centre) / spread, degrees) - below((-limit - centre) / spread, degrees);
    }

    private static double below(double t, double degrees) {
        double tail = StudentT.twoSided(t, degrees) / 2;
        return t > 0 ? 1 - tail : tail;
    }
}
