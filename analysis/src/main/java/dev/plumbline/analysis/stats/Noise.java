package dev.plumbline.analysis.stats;

/**
 * The noise of one series.
 *
 * @param variance of a run mean times its forks: σ² + F τ², with σ² the variance of a fork inside its run, τ² the
 *     variance from run to run and F = {@code forksPerRun}; positive
 * @param degreesOfFreedom what the variance is worth; positive
 * @param runShare τ²/σ², 0 when runs add nothing
 * @param forksPerRun F
 */
public record Noise(double variance, double degreesOfFreedom, double runShare, double forksPerRun) {

    /** The variance of the mean of a run with this many forks. */
    public double ofRunMean(double forks) {
        return ofFork() * (runShare + 1 / forks);
    }

    /** The variance of a fork inside its run, σ². */
    public double ofFork() {
        return variance / (1 + runShare * forksPerRun);
    }

    /** The same with another σ² and the same τ². */
    public Noise withForkVariance(double other) {
        double share = runShare * ofFork() / other;
        return new Noise(other * (1 + share * forksPerRun), degreesOfFreedom, share, forksPerRun);
    }

    /** The standard error of the difference of two means, each over runs with this many forks. */
    public double standardError(Scatter.Side baseline, Scatter.Side candidate) {
        return Math.sqrt(ofRunMean(baseline.forksPerRun()) / baseline.runs()
                + ofRunMean(candidate.forksPerRun()) / candidate.runs());
    }
}
