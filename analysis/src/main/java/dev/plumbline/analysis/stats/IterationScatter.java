package dev.plumbline.analysis.stats;

import java.util.List;

/**
 * How the iterations of a fork scatter around its mean, pooled over forks. Relative, so that it has no unit.
 *
 * @param variance mean square inside forks, each fork's divided by the square of its mean; NaN when it is not known
 * @param degreesOfFreedom its degrees of freedom, 0 when it is NaN
 * @param iterations the harmonic mean of the forks' iteration counts; NaN when they are not known
 */
public record IterationScatter(double variance, int degreesOfFreedom, double iterations) {

    /** The scatter of forks whose iterations were not kept. */
    public static final IterationScatter UNKNOWN = new IterationScatter(Double.NaN, 0, Double.NaN);

    /**
     * The scatter inside these forks; forks with fewer than two finite iterations or without a positive mean say nothing about it.
     *
     * @param forks the iterations of each fork
     */
    public static IterationScatter of(List<double[]> forks) {
        double squares = 0;
        int degreesOfFreedom = 0;
        double inverseIterations = 0;
        int counted = 0;
        for (double[] fork : forks) {
            Sample iterations = Sample.of(fork);
            double relative = iterations.sumOfSquares() / (iterations.mean() * iterations.mean());
            if (iterations.size() > 1 && iterations.mean() > 0 && Double.isFinite(relative)) {
                squares += relative;
                degreesOfFreedom += iterations.degreesOfFreedom();
                inverseIterations += 1.0 / iterations.size();
                counted++;
            }
        }
        return counted == 0
                ? UNKNOWN
                : new IterationScatter(squares / degreesOfFreedom, degreesOfFreedom, counted / inverseIterations);
    }

    /** Whether any fork showed it. */
    public boolean known() {
        return degreesOfFreedom > 0;
    }

    /** The variance that iterations alone, were they independent, give a fork's mean. */
    public double ofForkMean() {
        return variance / iterations;
    }
}
