package dev.plumbline.analysis.threshold;

/**
 * The default test, with what a project sets differently. NaN is the test's own value.
 *
 * @param minimumEffect the smallest relative change that is relevant, from 0 to 1; 0.05 is 5 %
 * @param confidence of the interval, from 0.5 up to but not 1; the level of significance follows it
 */
public record DefaultTest(double minimumEffect, double confidence) implements Threshold {

    /** The unmodified default test. */
    public static final DefaultTest STANDARD = new DefaultTest(Double.NaN, Double.NaN);

    /** This many runs show how much runs differ; more would not make the level more certain, and would reach back further. */
    private static final int MOST_RUNS = 20;

    public DefaultTest {
        if (!Double.isNaN(minimumEffect) && !(minimumEffect >= 0 && minimumEffect <= 1)) {
            throw new IllegalArgumentException(
                    "minimumEffect is " + minimumEffect + ", expected 0 to 1: 0.05 is 5 percent");
        }
        if (!Double.isNaN(confidence) && !(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence is " + confidence + ", expected at least 0.5 and less than 1: 0.99 is 99 percent");
        }
    }

    @Override
    public String label() {
        return "default";
    }

    @Override
    public int mostRuns() {
        return MOST_RUNS;
    }

    @Override
    public long windowSeconds() {
        return Long.MAX_VALUE;
    }

    /** The minimum effect, or the standard one if none is set. */
    public double minimumEffectOr(double standard) {
        return Double.isNaN(minimumEffect) ? standard : minimumEffect;
    }

    /** The confidence, or the standard one if none is set. */
    public double confidenceOr(double standard) {
        return Double.isNaN(confidence) ? standard : confidence;
    }
}
