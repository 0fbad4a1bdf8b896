package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.stats.Median;
import java.util.stream.IntStream;

/**
 * The part of the movement that lasts longer than a run, is no shift, and may be nothing but the sum of the errors of single runs. The level
 * of a series follows its values less the movement that was taken from them, so an error of the movement is in all levels afterwards, and
 * errors add up from run to run.
 */
final class SlowMovement {

    /** Runs on either side whose median movement is what lasts. */
    private static final int REACH = 7;

    /** Standard errors of a single run's movement up to which it is taken for a sum of such errors; found by trying (E9 in docs/statistics.md). */
    private static final double ERRORS = 1;

    private SlowMovement() {}

    /**
     * That part of each run's movement, off the level of its segment.
     *
     * @param shared the movement
     * @param segment per run the number of the segment that it lies in
     * @param levels of the segments
     */
    static double[] of(SharedMovement shared, int[] segment, double[] levels) {
        int runs = segment.length;
        double error = ERRORS * usualError(shared, runs);
        double[] slow = new double[runs];
        for (int run = 0; run < runs; run++) {
            int from = run;
            while (from > 0 && run - from < REACH && segment[from - 1] == segment[run]) {
                from--;
            }
            int to = run + 1;
            while (to < runs && to - run <= REACH && segment[to] == segment[run]) {
                to++;
            }
            double[] around = shared.in(from, to);
            double lasting = around.length == 0 ? 0 : Median.select(around) - levels[segment[run]];
            // What is much larger is real: the less of it remains in the series.
            slow[run] = Math.abs(lasting) <= error ? lasting : error * error / lasting;
        }
        return slow;
    }

    private static double usualError(SharedMovement shared, int runs) {
        double[] errors = IntStream.range(0, runs)
                .filter(shared::known)
                .mapToDouble(run -> shared.standardError()[run])
                .toArray();
        return errors.length == 0 ? 0 : Median.select(errors);
    }
}
