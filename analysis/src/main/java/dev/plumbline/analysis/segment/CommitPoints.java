package dev.plumbline.analysis.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series as the commits at which it was measured: the runs of one commit are one point with all their forks.
 *
 * @param runs the fork values of each run, at least one finite one in each, oldest first
 * @param starts the first run of each point, ascending from 0
 */
record CommitPoints(List<double[]> runs, int[] starts) {

    /** Each run is a point. */
    static CommitPoints single(List<double[]> runs) {
        return new CommitPoints(runs, IntStream.range(0, runs.size()).toArray());
    }

    /**
     * The points of these runs.
     *
     * @param runs the fork values of each run
     * @param commits for each run the number of its commit, ascending
     * @param cuts runs at which a point begins in any case
     */
    static CommitPoints of(List<double[]> runs, int[] commits, int... cuts) {
        return new CommitPoints(
                runs,
                IntStream.range(0, runs.size())
                        .filter(run -> run == 0
                                || commits[run] != commits[run - 1]
                                || Arrays.stream(cuts).anyMatch(cut -> cut == run))
                        .toArray());
    }

    int size() {
        return starts.length;
    }

    /** The first run behind a point. */
    int end(int point) {
        return point + 1 < starts.length ? starts[point + 1] : runs.size();
    }

    /** How many runs a point has. */
    int runsOf(int point) {
        return end(point) - starts[point];
    }

    /** How many runs most points have at least. */
    int usualRuns() {
        if (single()) {
            return 1;
        }
        int[] sizes = IntStream.range(0, size()).map(this::runsOf).sorted().toArray();
        return sizes[(sizes.length - 1) / 2];
    }

    /** The point that a run belongs to. */
    int pointOf(int run) {
        int point = Arrays.binarySearch(starts, run);
        return point >= 0 ? point : -point - 2;
    }

    /** Whether no commit was measured more than once. */
    boolean single() {
        return starts.length == runs.size();
    }

    /** The forks of each point, those of its runs one after the other. */
    List<double[]> forks() {
        if (single()) {
            return runs;
        }
        List<double[]> forks = new ArrayList<>(starts.length);
        for (int point = 0; point < starts.length; point++) {
            forks.add(runs.subList(starts[point], end(point)).stream()
                    .flatMapToDouble(Arrays::stream)
                    .toArray());
        }
        return forks;
    }

    /** A shift among these points as one among the runs. */
    Shift amongRuns(Shift shift) {
        return single() ? shift : shift.at(starts[shift.index()], starts[shift.earliest()], starts[shift.latest()]);
    }
}
