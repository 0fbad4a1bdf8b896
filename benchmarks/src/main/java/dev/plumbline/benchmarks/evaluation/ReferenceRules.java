package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.Arrays;
import org.hipparchus.special.Erf;

/** The rules that other tools use, for comparison: each takes the iterations of either side's forks. */
final class ReferenceRules {

    private final StudentT studentT = new StudentT();

    /** Whether JMH's own 99.9 % intervals of the pooled iterations are disjoint. */
    boolean disjointIntervals(double[][] base, double[][] head) {
        Sample left = Sample.of(pool(base));
        Sample right = Sample.of(pool(head));
        return Math.abs(left.mean() - right.mean()) > error(left) + error(right);
    }

    private double error(Sample sample) {
        return studentT.quantile(0.9995, sample.degreesOfFreedom()) * Math.sqrt(sample.variance() / sample.size());
    }

    /** Welch's t on pooled iterations. */
    static double welchPooled(double[][] base, double[][] head) {
        return welch(Sample.of(pool(base)), Sample.of(pool(head)));
    }

    private static double welch(Sample left, Sample right) {
        double leftError = left.variance() / left.size();
        double rightError = right.variance() / right.size();
        double error = leftError + rightError;
        double degreesOfFreedom = error
                * error
                / (leftError * leftError / left.degreesOfFreedom()
                        + rightError * rightError / right.degreesOfFreedom());
        return StudentT.twoSided((left.mean() - right.mean()) / Math.sqrt(error), degreesOfFreedom);
    }

    /** Mann and Whitney's rank test on pooled iterations, by its normal approximation with correction for ties. */
    static double mannWhitneyPooled(double[][] base, double[][] head) {
        double[] left = pool(base);
        double[] right = pool(head);
        double u = 0;
        for (double x : left) {
            for (double y : right) {
                u += x < y ? 1 : x == y ? 0.5 : 0;
            }
        }
        double[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        Arrays.sort(all);
        double ties = 0;
        for (int from = 0; from < all.length; ) {
            int to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            double size = to - from;
            ties += size * size * size - size;
            from = to;
        }
        double size = all.length;
        double product = (double) left.length * right.length;
        double variance = product / 12 * (size + 1 - ties / (size * (size - 1)));
        double z = Math.max(0, Math.abs(u - product / 2) - 0.5) / Math.sqrt(variance);
        return Erf.erfc(z / Math.sqrt(2));
    }

    /** Student's t on the logarithms of fork means. */
    static double studentForks(double[] base, double[] head) {
        Sample left = Sample.of(Arrays.stream(base).map(Math::log).toArray());
        Sample right = Sample.of(Arrays.stream(head).map(Math::log).toArray());
        int degreesOfFreedom = left.degreesOfFreedom() + right.degreesOfFreedom();
        double variance = (left.sumOfSquares() + right.sumOfSquares()) / degreesOfFreedom;
        double error = Math.sqrt(variance * (1.0 / left.size() + 1.0 / right.size()));
        return StudentT.twoSided((left.mean() - right.mean()) / error, degreesOfFreedom);
    }

    /**
     * The bound: a test that is told the true variance of a fork. Where forks are not normal even that is not exactly at its nominal
     * level.
     *
     * @param difference of two means in logarithms
     * @param variance of that difference
     */
    static double oracle(double difference, double variance) {
        return Erf.erfc(Math.abs(difference) / Math.sqrt(2 * variance));
    }

    private static double[] pool(double[][] forks) {
        return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
    }
}
