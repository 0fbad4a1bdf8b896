package dev.plumbline.analysis.detect;

import java.util.Arrays;

/**
 * The cheapest path through a set of levels, one level per run: Viterbi's recursion with the same penalty for every
 * change, so that it takes a pass over runs × levels whatever the number of change points is.
 */
final class LevelPath {

    private LevelPath() {}

    /**
     * The first runs of the segments, ascending, the first of them 0.
     *
     * @param loss of a run at a level
     * @param levels the levels to choose from, at least one
     * @param penalty of a change
     */
    static int[] segmentStarts(RunLoss loss, double[] levels, double penalty) {
        int runs = loss.runs();
        int size = levels.length;
        double[] cost = new double[size];
        int[] cheapest = new int[runs];
        boolean[] entered = new boolean[runs * size];
        for (int run = 0; run < runs; run++) {
            int best = smallest(cost);
            cheapest[run] = best;
            double enter = run > 0 ? cost[best] + penalty : Double.POSITIVE_INFINITY;
            for (int level = 0; level < size; level++) {
                double stay = cost[level];
                if (stay > enter) {
                    stay = enter;
                    entered[run * size + level] = true;
                }
                cost[level] = stay + loss.of(run, levels[level]);
            }
        }
        int[] starts = new int[runs];
        int count = 0;
        int level = smallest(cost);
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

    private static int smallest(double[] values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }
}
