package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How many runs after a +10 % step it is suspected, and confirmed. */
final class DetectionDelay {

    private static final int BEFORE = 40;
    private static final int AFTER = 12;
    private static final int MARGIN = 3;
    private static final int FORKS = 3;

    private DetectionDelay() {}

    static Table table(List<ForkData> benchmarks, long seed) {
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> suspected = new ArrayList<>();
        List<Integer> confirmed = new ArrayList<>();
        for (ForkData data : benchmarks) {
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run < BEFORE + AFTER; run++) {
                double factor = run < BEFORE ? 1 : 1.1;
                runs.add(Arrays.stream(data.run(FORKS, random))
                        .map(value -> value * factor)
                        .toArray());
            }
            suspected.add(delay(segmenter, runs, false));
            confirmed.add(delay(segmenter, runs, true));
        }
        Table table = new Table(
                "E3 Delay after a +10 %% step (seed %d, 3 forks, %d runs before)".formatted(seed, BEFORE),
                "state",
                "median runs",
                "within 1",
                "within 4",
                "within " + AFTER);
        row(table, "suspected", suspected);
        row(table, "confirmed", confirmed);
        return table;
    }

    private static void row(Table table, String state, List<Integer> delays) {
        List<Integer> sorted = delays.stream().sorted().toList();
        table.row(
                state,
                String.valueOf(sorted.get(sorted.size() / 2)),
                share(delays, 1),
                share(delays, 4),
                share(delays, AFTER));
    }

    private static String share(List<Integer> delays, int most) {
        long within = delays.stream().filter(delay -> delay <= most).count();
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * within / delays.size());
    }

    private static int delay(Segmenter segmenter, List<double[]> runs, boolean confirmed) {
        for (int after = 1; after <= AFTER; after++) {
            for (ChangePoint point : segmenter
                    .segment(TwoRuns.TIME, runs.subList(0, BEFORE + after))
                    .changePoints()) {
                boolean near = Math.abs(point.index() - BEFORE) <= MARGIN;
                if (near && (!confirmed || point.state() == ChangePoint.State.CONFIRMED)) {
                    return after;
                }
            }
        }
        return Integer.MAX_VALUE;
    }
}
