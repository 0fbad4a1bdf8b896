package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** E1 for the classic models, which need a history: a run of three forks against 5 or 20 runs of three forks, as in E1's last rows. */
final class ClassicOnTwoRuns {

    private static final double[] SHIFTS = {1, 1.02, 1.05, 1.10, 1.20, 1 / 1.10};
    private static final int DRAWS = 20;
    private static final int FORKS = 3;
    private static final int[] HISTORIES = {5, 20};

    private final List<ForkData> benchmarks;
    private final long seed;

    ClassicOnTwoRuns(List<ForkData> benchmarks, long seed) {
        this.benchmarks = benchmarks;
        this.seed = seed;
    }

    /** The table of percentages flagged, on either side. */
    Table table() {
        Table table = new Table(
                "E1 Classic models: percent flagged (seed %d, %d draws of %d benchmarks, %d forks)"
                        .formatted(seed, DRAWS, benchmarks.size(), FORKS),
                "model",
                "baseline runs",
                "same code",
                "+2 %",
                "+5 %",
                "+10 %",
                "+20 %",
                "÷1.1");
        for (int history : HISTORIES) {
            double total = (double) benchmarks.size() * DRAWS;
            flagged(history).forEach((model, counts) -> {
                List<String> cells = new ArrayList<>(List.of(model, String.valueOf(history)));
                Arrays.stream(counts)
                        .mapToObj(count -> String.format(Locale.ROOT, "%.1f", 100 * count / total))
                        .forEach(cells::add);
                table.row(cells.toArray(String[]::new));
            });
        }
        return table;
    }

    private Map<String, int[]> flagged(int history) {
        Map<String, int[]> flagged = new LinkedHashMap<>();
        RandomGenerator random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            for (ForkData data : benchmarks) {
                double[] baseline = new double[history];
                for (int run = 0; run < history; run++) {
                    baseline[run] = mean(data.run(FORKS, random));
                }
                double candidate = mean(data.run(FORKS, random));
                for (Map.Entry<String, ClassicModel> model : ClassicRules.all().entrySet()) {
                    int[] counts = flagged.computeIfAbsent(model.getKey(), name -> new int[SHIFTS.length]);
                    for (int shift = 0; shift < SHIFTS.length; shift++) {
                        boolean crossed = model.getValue().limits(baseline).side(candidate * SHIFTS[shift]) != 0;
                        counts[shift] += crossed ? 1 : 0;
                    }
                }
            }
        }
        return flagged;
    }

    private static double mean(double[] forks) {
        return Arrays.stream(forks).average().orElseThrow();
    }
}
