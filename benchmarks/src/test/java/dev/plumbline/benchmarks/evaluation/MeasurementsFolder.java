package dev.plumbline.benchmarks.evaluation;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A small folder of the shape that the evaluation reads, made up from a seed: log-normal forks, known steps. */
final class MeasurementsFolder {

    private static final int BENCHMARKS = 12;
    private static final int FORKS = 10;
    private static final int ITERATIONS = 60;
    private static final int RUNS = 60;
    private static final int STEP = 30;

    private final Random random = new Random(20260401);
    private final Path folder;

    private MeasurementsFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the files into an empty folder. */
    static void write(Path folder) throws IOException {
        MeasurementsFolder measurements = new MeasurementsFolder(folder);
        measurements.forks();
        measurements.steps("steps-clean.jsonl.gz");
        measurements.steps("steps-outliers.jsonl.gz");
        measurements.histories();
        measurements.annotated();
    }

    private void forks() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
            List<String> forks = new ArrayList<>();
            for (int fork = 0; fork < FORKS; fork++) {
                double level = 1e-6 * Math.exp(0.02 * random.nextGaussian());
                forks.add(array(random.doubles(ITERATIONS, 0.999, 1.001).map(share -> level * share)));
            }
            lines.add("{\"benchmark\":\"b%d\",\"unit\":\"s/op\",\"forks\":[%s]}"
                    .formatted(benchmark, String.join(",", forks)));
        }
        write("forks.jsonl.gz", lines);
    }

    /** Half of the series have a step of 30 % in their middle, the others none. */
    private void steps(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int series = 0; series < 8; series++) {
            boolean stepped = series % 2 == 0;
            List<String> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                double level = stepped && run >= STEP ? 1.3e-6 : 1e-6;
                runs.add(array(DoubleStream.generate(() -> level * Math.exp(0.01 * random.nextGaussian()))
                        .limit(3)));
            }
            lines.add("{\"series\":\"s%d\",\"points\":[%s],\"truth\":[%s]}"
                    .formatted(
                            series,
                            String.join(",", runs),
                            stepped ? "{\"index\":%d,\"shift\":0.3}".formatted(STEP) : ""));
        }
        write(name, lines);
    }

    /** A suite of eight series that share their machine's movement, two of them of constant code. */
    private void histories() throws IOException {
        double[] machine = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            machine[run] = 0.05 * random.nextGaussian();
        }
        List<String> lines = new ArrayList<>();
        for (int series = 0; series < 8; series++) {
            double[] dates = new double[RUNS];
            double[] values = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                dates[run] = 1.7e12 + 86_400_000.0 * run;
                values[run] = 100 * Math.exp(machine[run] + 0.01 * random.nextGaussian());
            }
            lines.add(
                    ("{\"source\":\"made-up\",\"suite\":\"suite\",\"tool\":\"jmh\",\"benchmark\":\"%s\",\"unit\":\"ns/op\","
                                    + "\"dates\":%s,\"commits\":[%s],\"values\":%s}")
                            .formatted(
                                    series < 2 ? "fib(" + series + ")" : "b" + series,
                                    array(Arrays.stream(dates)),
                                    IntStream.range(0, RUNS)
                                            .mapToObj(run -> "\"c" + run + "\"")
                                            .collect(Collectors.joining(",")),
                                    array(Arrays.stream(values))));
        }
        write("histories.jsonl.gz", lines);
    }

    private void annotated() throws IOException {
        double[] values = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            values[run] = (run < STEP ? 10 : 15) + random.nextGaussian() / 10;
        }
        write(
                "tcpd.jsonl.gz",
                List.of("{\"series\":\"a\",\"values\":%s,\"annotations\":{\"1\":[%d],\"2\":[]}}"
                        .formatted(array(Arrays.stream(values)), STEP)));
    }

    private static String array(DoubleStream values) {
        return values.mapToObj(Double::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private void write(String name, List<String> lines) throws IOException {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.UTF_8)) {
            out.write(String.join("\n", lines));
        }
    }
}
