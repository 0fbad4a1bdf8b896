package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.segment.ChangePoint;
import java.util.List;
import java.util.Map;

/**
 * The stretch of measured runs that a run is compared with.
 *
 * @param from the first
 * @param to the place after the last; equal to {@code from} when there is none
 */
public record BaselineRuns(int from, int to) {

    /**
     * The segment that a base-branch run continues. A suspected change point doesn't start a segment, since one odd run must not
     * become the baseline; the runs after it belong to neither level yet.
     *
     * @param changePoints of the whole window, ascending
     * @param candidate the run's place
     * @param mostRuns the most runs of the segment that the comparison looks at
     */
    public static BaselineRuns onBaseBranch(List<ChangePoint> changePoints, int candidate, int mostRuns) {
        int start = 0;
        int end = candidate;
        for (ChangePoint changePoint : changePoints) {
            if (changePoint.index() >= candidate) {
                break;
            }
            switch (changePoint.state()) {
                case CONFIRMED -> {
                    start = changePoint.index();
                    end = candidate;
                }
                case SUSPECTED -> end = Math.min(end, changePoint.index());
            }
        }
        return new BaselineRuns(Math.max(start, end - mostRuns), end);
    }

    /** Without the runs that were measured before a time; runs whose time is not known stay. */
    public BaselineRuns since(long seconds, long[] runs, Map<Long, Long> measuredAt) {
        int start = from;
        while (start < to && measuredAt.getOrDefault(runs[start], Long.MAX_VALUE) < seconds) {
            start++;
        }
        return new BaselineRuns(start, to);
    }

    /**
     * The level that a run of another branch started from: that of its newest ancestors, suspected or not.
     *
     * @param changePoints places of the change points among the ancestors, ascending
     * @param end the place behind the newest ancestor
     * @param mostRuns the most runs of the segment that the comparison looks at
     */
    public static BaselineRuns elsewhere(int[] changePoints, int end, int mostRuns) {
        int start = 0;
        for (int changePoint : changePoints) {
            if (changePoint < end) {
                start = changePoint;
            }
        }
        return new BaselineRuns(Math.max(start, end - mostRuns), end);
    }
}
