package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody who follows a series is told of changes for the worse, run by run, as a server segments it.
 *
 * @param newest change points that open at the newest run
 * @param later those that open at an earlier run
 * @param again those that open where one was before and had gone
 */
record ReplayedAlarms(int newest, int later, int again) {

    private static final int FEWEST_RUNS_BEFORE = 10;
    private static final int SETTLED_AFTER = 75;
    private static final int MARGIN = 3;

    static ReplayedAlarms of(HistorySeries series, Segmenter segmenter) {
        int[] counts = new int[3];
        List<double[]> runs = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        List<ChangePoint> before = List.of();
        for (double value : series.values()) {
            int run = runs.size();
            runs.add(new double[] {value});
            if (run < FEWEST_RUNS_BEFORE) {
                continue;
            }
            int settledBefore = Math.max(0, runs.size() - SETTLED_AFTER);
            int[] settled = before.stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .mapToInt(ChangePoint::index)
                    .filter(index -> index < settledBefore)
                    .toArray();
            List<ChangePoint> now = segmenter
                    .append(series.metric(), runs, settled, settledBefore)
                    .changePoints();
            int[] open = before.stream()
                    .filter(ChangePoint::worse)
                    .mapToInt(ChangePoint::index)
                    .toArray();
            for (ChangePoint point : now) {
                if (point.worse() && !near(open, point.index())) {
                    boolean again = near(known.stream().mapToInt(i -> i).toArray(), point.index());
                    counts[again ? 2 : point.index() == run ? 0 : 1]++;
                    known.add(point.index());
                }
            }
            before = now;
        }
        return new ReplayedAlarms(counts[0], counts[1], counts[2]);
    }

    private static boolean near(int[] places, int index) {
        return Arrays.stream(places).anyMatch(place -> Math.abs(place - index) <= MARGIN);
    }
}
