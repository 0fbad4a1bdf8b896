package dev.plumbline.analysis.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * How often something was true, with what that says about how often it is. The interval is Jeffreys' (Brown, Cai and DasGupta, "Interval
 * Estimation for a Binomial Proportion", Statistical Science 16, 2001, section 3.1): quantiles of Beta(x + ½, n − x + ½), with the end
 * at 0 if it never was, and at 1 if it always was.
 *
 * @param successes how often it was true, 0 or more
 * @param trials how often it could have been, no fewer
 */
public record Proportion(long successes, long trials) {

    public Proportion {
        if (successes < 0 || trials < successes) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    /** The share, NaN without a trial. */
    public double share() {
        return trials == 0 ? Double.NaN : (double) successes / trials;
    }

    /**
     * The lower end of the interval.
     *
     * @param confidence between 0 and 1, such as 0.95
     */
    public double low(double confidence) {
        return successes == 0 ? 0 : posterior().inverseCumulativeProbability((1 - confidence) / 2);
    }

    /**
     * The upper end of the interval.
     *
     * @param confidence between 0 and 1, such as 0.95
     */
    public double high(double confidence) {
        return successes == trials ? 1 : posterior().inverseCumulativeProbability((1 + confidence) / 2);
    }

    private BetaDistribution posterior() {
        return new BetaDistribution(successes + 0.5, trials - successes + 0.5);
    }
}
