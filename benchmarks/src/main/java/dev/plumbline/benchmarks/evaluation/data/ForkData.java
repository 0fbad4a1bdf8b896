package dev.plumbline.benchmarks.evaluation.data;

import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Real benchmarks with many forks of their constant code.
 *
 * @param benchmark its name
 * @param iterations of each fork, the measured ones after a warm-up of five, in s/op
 */
public record ForkData(String benchmark, double[][] iterations) {

    private static final int WARM_UP = 5;
    private static final int MEASURED = 5;

    /** The benchmarks of {@code forks.jsonl.gz}. */
    public static List<ForkData> read(Path folder) throws IOException {
        return JsonLines.read(folder.resolve("forks.jsonl.gz")).stream()
                .map(line -> new ForkData(
                        String.valueOf(line.get("benchmark")),
                        JsonLines.list(JsonLines.field(line, "forks")).stream()
                                .map(JsonLines::numbers)
                                .map(fork -> Arrays.copyOfRange(fork, WARM_UP, WARM_UP + MEASURED))
                                .toArray(double[][]::new)))
                .toList();
    }

    /** This many forks, chosen at random, none of them twice. */
    public int[] draw(int count, RandomGenerator random) {
        int[] order = new int[iterations.length];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return Arrays.copyOf(order, count);
    }

    /** This many fork means, drawn with repetition: a run of a machine whose forks scatter exactly like these. */
    public double[] run(int count, RandomGenerator random) {
        double[] run = new double[count];
        for (int i = 0; i < count; i++) {
            run[i] = mean(random.nextInt(iterations.length));
        }
        return run;
    }

    /** A run's forks, drawn like {@link #run}. */
    public int[] drawWithRepetition(int count, RandomGenerator random) {
        return random.ints(count, 0, iterations.length).toArray();
    }

    /** The means of these forks. */
    public double[] means(int... forks) {
        return Arrays.stream(forks).mapToDouble(this::mean).toArray();
    }

    /** How iterations scatter inside these forks. */
    public IterationScatter iterationScatter(int... forks) {
        return IterationScatter.of(
                Arrays.stream(forks).mapToObj(fork -> iterations[fork]).toList());
    }

    /** The scatter of all its forks' means in logarithms, which only an oracle knows. */
    public Sample logMeans() {
        return Sample.of(IntStream.range(0, iterations.length)
                .mapToDouble(fork -> Math.log(mean(fork)))
                .toArray());
    }

    /** The mean of a fork's iterations. */
    public double mean(int fork) {
        return Arrays.stream(iterations[fork]).average().orElseThrow();
    }
}
