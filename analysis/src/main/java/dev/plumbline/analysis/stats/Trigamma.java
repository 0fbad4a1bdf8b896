package dev.plumbline.analysis.stats;

import org.hipparchus.special.Gamma;

/** The second derivative of log Γ and its inverse. */
final class Trigamma {

    private static final int MOST_STEPS = 60;

    private Trigamma() {}

    /** ψ′(x) for positive x. */
    static double of(double x) {
        return Gamma.trigamma(x);
    }

    /**
     * The positive x with ψ′(x) = {@code value}, for a positive value. Newton's method on 1/ψ′, which is nearly linear and
     * convex, so that it converges monotonically: Smyth (2004), Linear models and empirical Bayes methods, appendix.
     */
    static double inverse(double value) {
        if (value > 1e7) {
            return 1 / Math.sqrt(value);
        }
        if (value < 1e-6) {
            return 1 / value;
        }
        double x = 0.5 + 1 / value;
        for (int step = 0; step < MOST_STEPS; step++) {
            double trigamma = of(x);
            double change = trigamma * (1 - trigamma / value) / tetragamma(x);
            x += change;
            if (-change / x < 1e-10) {
                break;
            }
        }
        return x;
    }

    /** ψ″(x), by recurrence up to where the asymptotic series is exact to twelve digits (Abramowitz and Stegun 6.4.13). */
    private static double tetragamma(double x) {
        double sum = 0;
        double shifted = x;
        while (shifted < 20) {
            sum -= 2 / (shifted * shifted * shifted);
            shifted++;
        }
        double inverse = 1 / shifted;
        double square = inverse * inverse;
        return sum
                - square
                        * (1
                                + inverse
                                        * (1
                                                + inverse
                                                        * (0.5
                                                                - square
                                                                        * (1.0 / 6
                                                                                - square * (1.0 / 6 - square * 0.3)))));
    }
}
