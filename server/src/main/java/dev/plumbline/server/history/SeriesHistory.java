package dev.plumbline.server.history;

import dev.plumbline.analysis.verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The points of one series on one branch, in the order of the commits, and where its level shifted.
 *
 * @param points the points, oldest first
 * @param changes the change points, oldest first; some may lie outside the points
 * @param shifts the shifts that all benchmarks of the environment share, oldest first
 * @param baselines the new baselines that people marked, oldest first
 * @param earlierNames under which other names it was measured, the latest first
 * @param total how many points the series has on the branch, shown or not
 */
public record SeriesHistory(
        List<Point> points,
        List<Change> changes,
        List<Shift> shifts,
        List<Baseline> baselines,
        List<EarlierName> earlierNames,
        long total) {

    public SeriesHistory {
        points = List.copyOf(points);
        changes = List.copyOf(changes);
        shifts = List.copyOf(shifts);
        baselines = List.copyOf(baselines);
        earlierNames = List.copyOf(earlierNames);
    }

    /**
     * The series in one run.
     *
     * @param runId the run
     * @param commit the measured commit
     * @param uploadedAt when it was uploaded
     * @param value the mean over the forks, in the base unit
     * @param forks the forks' values, in the base unit
     * @param iterations measured iterations of all forks together
     * @param machine what was observed of the machine: CPU, operating system and JVM, empty when nothing was
     * @param outcome what its verdict found, empty without one
     */
    public record Point(
            long runId,
            CommitLabel commit,
            Instant uploadedAt,
            double value,
            double[] forks,
            int iterations,
            String machine,
            Optional<Outcome> outcome) {}

    /**
     * A level shift.
     *
     * @param runId the first run at the new level
     * @param commit its commit
     * @param previousRunId the last run at the old level
     * @param previousSha its commit
     * @param unmeasured how many commits lie between the two, none of them measured
     * @param regressionId what people see of it and of the series that moved with it
     * @param moved the shift
     */
    public record Change(
            long runId,
            CommitLabel commit,
            long previousRunId,
            String previousSha,
            long unmeasured,
            Optional<Long> regressionId,
            MovedSeries moved) {}

    /**
     * A shift of the whole suite.
     *
     * @param runId the first run behind it
     * @param ratio after / before, higher is worse
     * @param moved how many benchmarks moved with it
     * @param series how many benchmarks it was estimated from
     */
    public record Shift(long runId, double ratio, int moved, int series) {}

    /**
     * A new baseline.
     *
     * @param runId the first run of the series behind it
     * @param note why
     */
    public record Baseline(long runId, String note) {}

    /**
     * A name under which the benchmark was measured before it was renamed.
     *
     * @param benchmark the name
     * @param until when it was last measured so: the time of the commit, or of the upload if that isn't known
     */
    public record EarlierName(String benchmark, Instant until) {}
}
