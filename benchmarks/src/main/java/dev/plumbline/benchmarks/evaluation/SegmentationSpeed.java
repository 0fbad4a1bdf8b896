package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E7: how long a segmentation takes, beside sorting the same forks once, the least that any robust method needs. */
final class SegmentationSpeed {

    private static final int ROUNDS = 60;
    private static final int FORKS = 3;

    private SegmentationSpeed() {}

    static Table table(List<ForkData> benchmarks, long seed) {
        Table table = new Table(
                "E7 Speed, CPU time, best of %d rounds (seed %d)".formatted(ROUNDS, seed),
                "runs",
                "segment, ms",
                "append, ms",
                "sort the forks, ms",
                "change points");
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        for (int size : new int[] {150, 1_000, 5_000}) {
            List<double[]> runs = series(benchmarks.get(0), size, new SplittableRandom(seed));
            Segmentation whole = segmenter.segment(TwoRuns.TIME, runs);
            int[] frozen = whole.changePoints().stream()
                    .mapToInt(ChangePoint::index)
                    .filter(index -> index < size - 75)
                    .toArray();
            double[] forks = runs.stream().flatMapToDouble(Arrays::stream).toArray();
            table.row(
                    String.valueOf(size),
                    millis(() -> segmenter.segment(TwoRuns.TIME, runs)),
                    millis(() -> segmenter.append(TwoRuns.TIME, runs, frozen, size - 75)),
                    millis(() -> Arrays.sort(forks.clone())),
                    String.valueOf(whole.changePoints().size()));
        }
        return table;
    }

    /** A shift of 5 % up or down about every hundred runs. */
    private static List<double[]> series(ForkData data, int size, RandomGenerator random) {
        List<double[]> runs = new ArrayList<>();
        double level = 1;
        for (int run = 0; run < size; run++) {
            if (random.nextInt(100) == 0) {
                level *= random.nextBoolean() ? 1.05 : 1 / 1.05;
            }
            double factor = level;
            runs.add(Arrays.stream(data.run(FORKS, random))
                    .map(value -> value * factor)
                    .toArray());
        }
        return runs;
    }

    private static String millis(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return String.format(Locale.ROOT, "%.3f", best / 1e6);
    }
}
