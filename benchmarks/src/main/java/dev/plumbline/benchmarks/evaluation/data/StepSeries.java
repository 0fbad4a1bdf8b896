package dev.plumbline.benchmarks.evaluation.data;

import dev.plumbline.analysis.stats.Median;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A series with known level shifts.
 *
 * @param name what it was made from
 * @param runs fork values of each run
 * @param truth the first runs at the new levels, ascending
 */
public record StepSeries(String name, List<double[]> runs, int[] truth) {

    /** Of the scatter of its forks: how much noise smoothing adds. */
    private static final double SMOOTHING = 0.5;

    /** The series of one of the {@code steps-*} files. */
    public static List<StepSeries> read(Path file) throws IOException {
        return JsonLines.read(file).stream()
                .map(line -> new StepSeries(
                        String.valueOf(line.get("series")),
                        JsonLines.list(JsonLines.field(line, "points")).stream()
                                .map(JsonLines::numbers)
                                .toList(),
                        JsonLines.list(JsonLines.field(line, "truth")).stream()
                                .mapToInt(StepSeries::index)
                                .toArray()))
                .toList();
    }

    private static int index(Object shift) {
        Object index = ((Map<?, ?>) shift).get("index");
        return ((Number) Objects.requireNonNull(index, "index")).intValue();
    }

    /**
     * The same with normal noise on every fork, half as large as the forks of a run scatter. These series were drawn from ten
     * forks each, so that every value comes back exactly; a detector that learns the noise could learn the ten values, which
     * no real series would let it.
     */
    public StepSeries smoothed(SplittableRandom random) {
        double[] deviations = runs.stream()
                .flatMapToDouble(forks -> {
                    double[] logs = Arrays.stream(forks).map(Math::log).toArray();
                    double mean = Arrays.stream(logs).average().orElseThrow();
                    return Arrays.stream(logs).map(log -> log - mean);
                })
                .toArray();
        double scale = SMOOTHING * Math.sqrt(1.5) * Median.scaleAround(0, deviations);
        return new StepSeries(
                name,
                runs.stream()
                        .map(forks -> Arrays.stream(forks)
                                .map(fork -> fork * Math.exp(scale * random.nextGaussian()))
                                .toArray())
                        .toList(),
                truth);
    }
}
