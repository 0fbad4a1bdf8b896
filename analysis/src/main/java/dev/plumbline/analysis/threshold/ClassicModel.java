package dev.plumbline.analysis.threshold;

import dev.plumbline.analysis.stats.StudentT;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A classic test with its parameters, as Bencher defines it (its documentation "Thresholds &amp; Alerts" and, where that is
 * silent, its library {@code bencher_boundary}). It uses one value per run, the mean of the run's forks, and knows nothing about
 * forks, of the other series or of the direction: a value beyond a limit crosses it.
 *
 * <p>With the mean m and the standard deviation s of the n values (both divided by n), the median q₂ and the quartiles q₁, q₃, an
 * upper boundary b gives the upper limit
 *
 * <ul>
 *   <li>static: b
 *   <li>percentage: m + m·b
 *   <li>z-score: m + s·Φ⁻¹(b)
 *   <li>t-test: m + s·t⁻¹(b; n − 1)
 *   <li>log-normal: exp(μ + σ·Φ⁻¹(b)), μ and σ being m and s of the logarithms
 *   <li>IQR: q₂ + b·(q₃ − q₁)
 *   <li>delta-IQR: q₂ + q₂·b·(d₃ − d₁), d being the quartiles of |older − newer| / newer of neighbouring runs
 * </ul>
 *
 * and a lower boundary its mirror image around the level (m, exp(μ) or q₂).
 *
 * @param test which test
 * @param lowerBoundary what it is depends on the test; NaN: no lower limit
 * @param upperBoundary what it is depends on the test; NaN: no upper limit
 * @param minSampleSize with fewer runs there are no limits, at least 1
 * @param maxSampleSize only this many of the newest runs count
 * @param windowSeconds only runs that are at most this much older than the candidate count
 */
public record ClassicModel(
        ClassicTest test,
        double lowerBoundary,
        double upperBoundary,
        int minSampleSize,
        int maxSampleSize,
        long windowSeconds)
        implements Threshold {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    public ClassicModel {
        if (Double.isNaN(lowerBoundary) && Double.isNaN(upperBoundary)) {
            throw new IllegalArgumentException(
                    test.label() + " has no boundary, expected lowerBoundary, upperBoundary or both");
        }
        if (!Double.isNaN(lowerBoundary)) {
            test.check("lowerBoundary", lowerBoundary);
        }
        if (!Double.isNaN(upperBoundary)) {
            test.check("upperBoundary", upperBoundary);
        }
        if (test == ClassicTest.STATIC && lowerBoundary > upperBoundary) {
            throw new IllegalArgumentException(
                    "lowerBoundary is " + lowerBoundary + ", expected at most upperBoundary, " + upperBoundary);
        }
        if (minSampleSize < 1) {
            throw new IllegalArgumentException("minSampleSize is " + minSampleSize + ", expected at least 1");
        }
        if (maxSampleSize < minSampleSize) {
            throw new IllegalArgumentException(
                    "maxSampleSize is " + maxSampleSize + ", expected at least minSampleSize, " + minSampleSize);
        }
        if (windowSeconds < 1) {
            throw new IllegalArgumentException("window is " + windowSeconds + ", expected at least 1 second");
        }
    }

    /** A model over all runs. */
    public static ClassicModel of(ClassicTest test, double lowerBoundary, double upperBoundary) {
        return new ClassicModel(test, lowerBoundary, upperBoundary, 1, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public String label() {
        return test.label();
    }

    @Override
    public int mostRuns() {
        return maxSampleSize;
    }

    /**
     * The limits for a baseline.
     *
     * @param values one per run, oldest first; the caller has to leave out runs outside the window
     * @return {@link Limits#NONE} if there are too few, or the model has no numbers for them (no spread, no logarithm)
     */
    public Limits limits(double[] values) {
        double[] newest = Arrays.copyOfRange(values, Math.max(0, values.length - maxSampleSize), values.length);
        if (test != ClassicTest.STATIC && newest.length < minSampleSize) {
            return Limits.NONE;
        }
        return switch (test) {
            case STATIC -> new Limits(Double.NaN, lowerBoundary, upperBoundary);
            case PERCENTAGE -> percentage(Arrays.stream(newest).average().orElse(Double.NaN));
            case Z_SCORE -> normal(newest);
            case T_TEST -> student(newest);
            case LOG_NORMAL -> logNormal(newest);
            case IQR -> {
                Quartiles quartiles = Quartiles.of(newest);
                yield around(quartiles.median(), quartiles.range() * lowerBoundary, quartiles.range() * upperBoundary);
            }
            case DELTA_IQR -> {
                double median = Quartiles.of(newest).median();
                double range = Quartiles.of(changes(newest)).range();
                yield around(median, median * range * lowerBoundary, median * range * upperBoundary);
            }
        };
    }

    private Limits percentage(double mean) {
        return around(mean, mean * lowerBoundary, mean * upperBoundary);
    }

    private Limits normal(double[] values) {
        Spread spread = Spread.of(values);
        return around(
                spread.mean(), spread.deviation() * normal(lowerBoundary), spread.deviation() * normal(upperBoundary));
    }

    private Limits student(double[] values) {
        Spread spread = Spread.of(values);
        int degreesOfFreedom = values.length - 1;
        return around(
                spread.mean(),
                spread.deviation() * student(lowerBoundary, degreesOfFreedom),
                spread.deviation() * student(upperBoundary, degreesOfFreedom));
    }

    private Limits logNormal(double[] values) {
        Spread spread = Spread.of(Arrays.stream(values).map(Math::log).toArray());
        double level = Math.exp(spread.mean());
        return around(
                level,
                Math.exp(spread.mean() + spread.deviation() * normal(lowerBoundary)) - level,
                Math.exp(spread.mean() + spread.deviation() * normal(upperBoundary)) - level);
    }

    /** Neighbouring runs from the newest to the oldest, each change divided by the newer value. */
    private static double[] changes(double[] values) {
        double[] changes = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.abs((values[i] - values[i + 1]) / values[i + 1]);
        }
        return changes;
    }

    private static double normal(double probability) {
        return Double.isNaN(probability) ? Double.NaN : NORMAL.inverseCumulativeProbability(probability);
    }

    private static double student(double probability, int degreesOfFreedom) {
        return Double.isNaN(probability) || degreesOfFreedom < 1
                ? Double.NaN
                : new StudentT().quantile(probability, degreesOfFreedom);
    }

    private static Limits around(double level, double below, double above) {
        Limits limits = new Limits(level, level - below, level + above);
        return limits.known() ? limits : Limits.NONE;
    }

    /** Mean and standard deviation, both divided by the number of values; NaN if there is no spread to speak of. */
    private record Spread(double mean, double deviation) {

        static Spread of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN);
            boolean usable = values.length >= 2 && variance > 0 && Double.isFinite(variance);
            return new Spread(mean, usable ? Math.sqrt(variance) : Double.NaN);
        }
    }
}
