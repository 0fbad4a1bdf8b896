package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.RecentLevel;
import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;
import java.util.List;

/**
 * By how much the series of a suite are off in a run beyond their own noise, each in its own direction: a standard deviation on the log
 * scale, 0 where they are not. On a bad machine, or just behind a change of machine, most series are off by some percent, because each
 * takes it differently; that tells nothing of any one of them. The calmer half of the series tells it, since the others are off
 * anyway.
 */
public final class RunSpread {

    /** The median of the square of a standard normal number. */
    private static final double MEDIAN_SQUARE = 0.4549;

    /** Standard errors that are taken off, for what chance alone gives is no spread. */
    private static final double CHANCE = 2;

    /** The median's variance is π/2 that of the mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private static final int FEWEST_RUNS = 6;
    private static final double SMALLEST_SCALE = 1e-3;

    private RunSpread() {}

    /**
     * The spread of each run.
     *
     * @param suite for each series its forks in each run, what the suite shares taken out; empty where it was not measured; series that
     *     aren't positive throughout tell nothing
     * @param runs how many runs there are
     */
    public static double[] of(List<List<double[]>> suite, int runs) {
        double[][] squares = new double[runs][suite.size()];
        double[][] variances = new double[runs][suite.size()];
        int[] told = new int[runs];
        for (List<double[]> series : suite) {
            RecentLevel level = new RecentLevel();
            for (int run = 0; run < runs; run++) {
                double value = logarithm(series.get(run));
                if (Double.isNaN(value)) {
                    continue;
                }
                if (level.size() >= FEWEST_RUNS) {
                    double scale = Math.max(SMALLEST_SCALE, level.scale());
                    double distance = value - level.level();
                    squares[run][told[run]] = distance * distance;
                    variances[run][told[run]++] = scale * scale * (1 + MEDIAN_VARIANCE / level.size());
                }
                level.add(value);
            }
        }
        double[] spread = new double[runs];
        for (int run = 0; run < runs; run++) {
            spread[run] = spread(squares[run], variances[run], told[run]);
        }
        return spread;
    }

    private static double spread(double[] squares, double[] variances, int size) {
        if (size < CommonMode.FEWEST_SERIES) {
            return 0;
        }
        double middle = Median.of(Arrays.copyOf(variances, size));
        double[] calm = new double[size];
        double[] own = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (variances[i] <= middle) {
                calm[count] = squares[i];
                own[count++] = variances[i];
            }
        }
        double seen = Median.select(Arrays.copyOf(calm, count)) / MEDIAN_SQUARE;
        double expected = Median.select(Arrays.copyOf(own, count)) * (1 + CHANCE / Math.sqrt(count));
        return Math.sqrt(Math.max(0, seen - expected));
    }

    private static double logarithm(double[] forks) {
        double sum = 0;
        int count = 0;
        for (double fork : forks) {
            if (Double.isFinite(fork)) {
                sum += fork;
                count++;
            }
        }
        return count == 0 || sum <= 0 ? Double.NaN : Math.log(sum / count);
    }
}
