package dev.plumbline.analysis.segment;

import java.util.Arrays;

/**
 * The cheapest path through a set of levels, one level per run: Viterbi's recursion with the same penalty for every change,
 * so that it takes a pass over the runs whatever the number of change points is.
 *
 * <p>Costs are stored minus the most that each run can cost. Then a level far from a run keeps its cost, and only the few
 * levels near the run are updated. Whether a change has become cheaper than the cost of an untouched level is checked when
 * it is updated again, since the cheapest cost never rises.
 */
final class LevelPath {

    private static final int NONE = -1;

    private LevelPath() {}

    /**
     * The first runs of the segments, ascending, the first of them 0.
     *
     * @param loss of a run at a level
     * @param levels the levels to choose from, ascending, at least one
     * @param penalty of a change
     */
    static int[] segmentStarts(RunLoss loss, double[] levels, double penalty) {
        int runs = loss.runs();
        int size = levels.length;
        double[] cost = new double[size];
        // Where the cheapest path that is now at a level entered it, and the segment that it came from.
        int[] since = new int[size];
        int[] from = new int[size];
        int[] segment = new int[size];
        Arrays.fill(segment, NONE);
        Arrays.fill(from, NONE);
        int[] starts = new int[runs + 1];
        int[] before = new int[runs + 1];
        int segments = 0;
        int best = 0;
        for (int run = 0; run < runs; run++) {
            if (segment[best] == NONE && run > 0) {
                starts[segments] = since[best];
                before[segments] = from[best];
                segment[best] = segments++;
            }
            int left = segment[best];
            double least = cost[best];
            double enter = run > 0 ? least + penalty : Double.POSITIVE_INFINITY;
            double highest = loss.highest(run);
            for (int level = firstAtLeast(levels, loss.lowest(run));
                    level < size && levels[level] <= highest;
                    level++) {
                double here = cost[level];
                if (here > enter) {
                    here = enter;
                    since[level] = run;
                    from[level] = left;
                    segment[level] = NONE;
                }
                here += loss.of(run, levels[level]) - loss.most();
                cost[level] = here;
                if (here < least) {
                    least = here;
                    best = level;
                }
            }
        }
        int[] descending = new int[runs];
        int count = 0;
        descending[count++] = since[best];
        for (int last = from[best]; last != NONE; last = before[last]) {
            descending[count++] = starts[last];
        }
        int[] ascending = Arrays.copyOf(descending, count);
        Arrays.sort(ascending);
        return ascending;
    }

    private static int firstAtLeast(double[] levels, double least) {
        int place = Arrays.binarySearch(levels, least);
        return place >= 0 ? place : -place - 1;
    }
}
