package dev.plumbline.analysis.stats;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;

/** Tails and quantiles of Student's t. Remembers its quantiles, since the series of a run share their few shapes; not thread-safe. */
public final class StudentT {

    /** From here on the normal distribution is the same to six digits, and t's own series converges slowly. */
    private static final double MOST_DEGREES_OF_FREEDOM = 1e6;

    private final Map<Shape, Double> quantiles = new HashMap<>();

    private record Shape(double probability, double degreesOfFreedom) {}

    /** The probability of a value at least as far from 0 as {@code t}, on either side. Exact in the far tail too. */
    public static double twoSided(double t, double degreesOfFreedom) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        if (Double.isInfinite(t)) {
            return 0;
        }
        double degrees = Math.min(degreesOfFreedom, MOST_DEGREES_OF_FREEDOM);
        return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** The value below which t lies with this probability, in (0, 1). */
    public double quantile(double probability, double degreesOfFreedom) {
        double degrees = Math.min(degreesOfFreedom, MOST_DEGREES_OF_FREEDOM);
        return quantiles.computeIfAbsent(
                new Shape(probability, degrees),
                shape -> new TDistribution(shape.degreesOfFreedom).inverseCumulativeProbability(shape.probability));
    }
}
