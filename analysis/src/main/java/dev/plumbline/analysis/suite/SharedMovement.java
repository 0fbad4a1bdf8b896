package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the benchmarks of an environment moved together, run by run, since the first of these runs: the part of every time
 * and rate that is due to what they share, such as the machine or the JVM.
 *
 * @param movement per run, on the log scale, positive means worse; carried over from the run before if it
 *     can't be estimated
 * @param series per run, from how many series it was estimated; 0 if it can't be
 * @param standardError per run, on the log scale; 0 if it can't be estimated
 */
public record SharedMovement(double[] movement, int[] series, double[] standardError) {

    /** The metric of the movement as a series: a time, so that higher is worse. */
    static final Metric METRIC = new Metric("shared movement", Unit.of("s/op"));

    /** No movement is larger than this factor's logarithm, so that its exponential stays a number. */
    private static final double LARGEST = 600;

    /** Whether the movement of a run could be estimated; never if there is no series at all, as where every benchmark failed. */
    public boolean known(int run) {
        return run < series.length && series[run] > 0;
    }

    /** As a series with one value per run; empty if it couldn't be estimated. */
    List<double[]> asRuns() {
        return asRuns(movement);
    }

    /** The same of what is left of the movement of each run. */
    List<double[]> asRuns(double[] rest) {
        List<double[]> runs = new ArrayList<>(rest.length);
        for (int run = 0; run < rest.length; run++) {
            runs.add(
                    known(run)
                            ? new double[] {Math.exp(Math.max(-LARGEST, Math.min(LARGEST, rest[run])))}
                            : new double[0]);
        }
        return runs;
    }

    /** The movements of the runs in [from, to) for which it could be estimated. */
    double[] in(int from, int to) {
        double[] found = new double[knownIn(from, to)];
        int count = 0;
        for (int run = from; run < to; run++) {
            if (known(run)) {
                found[count++] = movement[run];
            }
        }
        return found;
    }

    /** For how many of the runs in [from, to) it could be estimated. */
    int knownIn(int from, int to) {
        int known = 0;
        for (int run = from; run < to; run++) {
            known += known(run) ? 1 : 0;
        }
        return known;
    }
}
