package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.StudentT;
import java.util.Optional;

/**
 * A shift of what a suite shares that may be under way: the middle of the newest runs is off, though some of them were made on bad machines and
 * no path explains them yet. Nobody is told of it, but series are compared under it, or those that take it otherwise than the rest would be told.
 */
final class UnderWay {

    /** Runs that must have shown it. The middle of three isn't off because of one bad machine. */
    private static final int FEWEST_RUNS = 3;

    private static final int FEWEST_RUNS_BEFORE = 8;

    private static final int MOST_RUNS_BEFORE = 15;

    /** The median's variance is π/2 that of the mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    /** Standard errors that the middle must be off. */
    private static final double ERRORS = 5;

    private UnderWay() {}

    /**
     * The most conspicuous one; empty if there is none.
     *
     * @param shared the movement
     * @param earliest the first run at which it may begin
     * @param smallest the smallest one, on the log scale
     */
    static Optional<ChangePoint> of(SharedMovement shared, int earliest, double smallest) {
        int runs = shared.movement().length;
        Optional<ChangePoint> found = Optional.empty();
        double most = ERRORS;
        for (int run = Math.max(1, earliest); run < runs; run++) {
            double[] before = shared.in(Math.max(0, run - MOST_RUNS_BEFORE), run);
            double[] after = shared.in(run, runs);
            if (!shared.known(run) || after.length < FEWEST_RUNS || before.length < FEWEST_RUNS_BEFORE) {
                continue;
            }
            double level = Median.of(before);
            double size = Median.of(after) - level;
            double error = Median.scaleAround(level, before)
                    * Math.sqrt(MEDIAN_VARIANCE * (1.0 / before.length + 1.0 / after.length));
            if (Math.abs(size) >= smallest && Math.abs(size) > most * error) {
                most = Math.abs(size) / error;
                found = Optional.of(suspected(run, size, error, before.length + after.length - 2.0));
            }
        }
        return found;
    }

    private static ChangePoint suspected(int run, double size, double error, double degreesOfFreedom) {
        return new ChangePoint(
                run,
                ChangePoint.State.SUSPECTED,
                1,
                Math.exp(size),
                Math.exp(size),
                Math.exp(size - 2 * error),
                Math.exp(size + 2 * error),
                error > 0 ? StudentT.twoSided(size / error, degreesOfFreedom) : 0,
                size > 0,
                run,
                run);
    }
}
