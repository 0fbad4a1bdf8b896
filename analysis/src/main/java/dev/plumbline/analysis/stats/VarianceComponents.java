package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * Where the scatter of fork means comes from: the iterations inside a fork, or the forks themselves (memory layout, the
 * compiler's decisions), which no number of iterations averages out. Kalibera and Jones (2013), Rigorous benchmarking in
 * reasonable time, section 9: T₁² = S₁², T₂² = S₂² − S₁²/n₁, with S₁² the mean variance of iterations inside forks and S₂² the
 * variance of fork means. Variances are relative to the square of the mean.
 *
 * @param iteration T₁², the variance of one iteration inside its fork; not negative
 * @param fork T₂², the variance from fork to fork that iterations do not explain; not negative
 */
public record VarianceComponents(double iteration, double fork) {

    /** Nobody runs more iterations than this in a fork. */
    public static final int MOST_ITERATIONS = 1000;

    /**
     * The components of measured forks.
     *
     * @param forks at least two forks, each with at least two positive iterations
     */
    public static VarianceComponents of(List<double[]> forks) {
        IterationScatter iterations = IterationScatter.of(forks);
        double[] logMeans = forks.stream()
                .mapToDouble(fork -> Math.log(Sample.of(fork).mean()))
                .toArray();
        if (logMeans.length < 2 || !iterations.known()) {
            throw new IllegalArgumentException(
                    "variance components need at least 2 forks of at least 2 positive iterations, got %d forks with %d degrees of freedom inside"
                            .formatted(logMeans.length, iterations.degreesOfFreedom()));
        }
        return of(iterations, Sample.of(logMeans).variance());
    }

    /**
     * The components of a variance that was estimated in another way, such as over a suite and a history. If iterations explain more
     * than there is, they explain all of it.
     *
     * @param iterations how they scatter; known
     * @param ofForkMeans S₂², the variance of fork means, positive
     */
    public static VarianceComponents of(IterationScatter iterations, double ofForkMeans) {
        double explained = Math.min(iterations.ofForkMean(), ofForkMeans);
        return new VarianceComponents(explained * iterations.iterations(), ofForkMeans - explained);
    }

    /** S₂² of forks with this many iterations. */
    public double ofForkMean(double iterations) {
        return fork + iteration / iterations;
    }

    /**
     * The iterations per fork that give the narrowest interval for the time spent (Kalibera and Jones, section 9.2):
     * ⌈√(c₂/c₁ · T₁²/T₂²)⌉, at least 1 and at most {@link #MOST_ITERATIONS}.
     *
     * @param forkCost c₂/c₁: what starting and warming up a fork costs, in iterations; positive
     */
    public int optimalIterations(double forkCost) {
        double optimum = Math.ceil(Math.sqrt(forkCost * iteration / fork));
        return Double.isNaN(optimum) ? 1 : (int) Math.max(1, Math.min(MOST_ITERATIONS, optimum));
    }
}
