package dev.plumbline.server.history;

import java.util.List;

/**
 * What the benchmarks of an environment did together in its last runs, in the order of the commits.
 *
 * @param points the runs
 */
public record SuiteTrend(List<Point> points) {

    /** The benchmarks of fewer runs have no history. */
    static final int FEWEST_RUNS = 2;

    public SuiteTrend {
        points = List.copyOf(points);
    }

    /**
     * A run.
     *
     * @param runId the run
     * @param ratio the geometric mean, over the benchmarks, of the score divided by the geometric mean of that benchmark's scores in all
     *     of these runs; each turned so that more than 1 is worse
     * @param low lower end of its 95 % interval, over the benchmarks
     * @param high upper end; both are NaN with a single benchmark
     * @param benchmarks how many benchmarks it is of
     */
    public record Point(long runId, double ratio, double low, double high, int benchmarks) {}

    /** A history without a run. */
    public static SuiteTrend empty() {
        return new SuiteTrend(List.of());
    }
}
