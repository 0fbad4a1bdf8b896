package dev.plumbline.analysis.detect;

import java.util.Arrays;

/**
 * The cheapest path through a set of levels, one level per run: Viterbi's recursion with the same penalty for every change,
 * so that it takes a pass over the runs whatever the number of change points is.
 *
 * <p>Costs are kept less the most that each run can cost. Then a level far from a run keeps its cost, and only the few
 * levels near the run are touched; that a change would by now be cheaper than what an untouched level has is found out when
 * it is touched again, since the cheapest cost never rises.
 */
final class LevelPath {

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
        int[] cheapest = new int[runs];
        boolean[] entered = new boolean[runs * size];
        int best = 0;
        for (int run = 0; run < runs; run++) {
            cheapest[run] = best;
            double enter = run > 0 ? cost[best] + penalty : Double.POSITIVE_INFINITY;
            double highest = loss.highest(run);
            for (int level = firstAtLeast(levels, loss.lowest(run));
                    level < size && levels[level] <= highest;
                    level++) {
                if (cost[level] > enter) {
                    cost[level] = enter;
                    entered[run * size + level] = true;
                }
                cost[level] += loss.of(run, levels[level]) - loss.most();
                if (cost[level] < cost[best]) {
                    best = level;
                }
            }
        }
        int[] starts = new int[runs];
        int count = 0;
        int level = best;
        for (int run = runs - 1; run > 0; run--) {
            if (entered[run * size + level]) {
                starts[count++] = run;
                level = cheapest[run];
            }
        }
        starts[count++] = 0;
        int[] ascending = Arrays.copyOf(starts, count);
        Arrays.sort(ascending);
        return ascending;
    }

    private static int firstAtLeast(double[] levels, double least) {
        int place = Arrays.binarySearch(levels, least);
        return place >= 0 ? place : -place - 1;
    }
}
