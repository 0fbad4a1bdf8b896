package dev.plumbline.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * JMH result files as JMH 1.37 writes them, made up: average time in {@code us/op} around a level of each benchmark, with
 * noise between forks and smaller noise between iterations. The same seed gives the same bytes.
 *
 * @param results benchmark results in the file
 * @param forks forks of each
 * @param iterations measured iterations of each fork
 * @param secondaryMetrics secondary metrics of each result, as the gc profiler adds them
 */
public record SyntheticDocument(int results, int forks, int iterations, int secondaryMetrics) {
    private static final String[] SECONDARY = {
        "gc.alloc.rate", "MB/sec", "gc.alloc.rate.norm", "B/op", "gc.count", "counts", "gc.time", "ms"
    };
    private static final String[] PERCENTILES = {
        "0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0"
    };
    private static final double FORK_NOISE = 0.02;
    private static final double ITERATION_NOISE = 0.005;

    /** The secondary metrics that {@link #secondaryMetrics} can ask for. */
    public static final int MOST_SECONDARY_METRICS = SECONDARY.length / 2;

    public SyntheticDocument {
        if (secondaryMetrics < 0 || secondaryMetrics > MOST_SECONDARY_METRICS) {
            throw new IllegalArgumentException(
                    "secondaryMetrics is %d, expected 0 to %d".formatted(secondaryMetrics, MOST_SECONDARY_METRICS));
        }
    }

    /** The file for one seed, UTF-8. */
    public byte[] bytes(long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder(results * (1_500 + secondaryMetrics * 1_200) + 16);
        json.append("[\n");
        for (int result = 0; result < results; result++) {
            result(json, random, result);
            json.append(result + 1 < results ? "    },\n" : "    }\n");
        }
        return json.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void result(StringBuilder json, Random random, int number) {
        json.append("""
                    {
                        "jmhVersion" : "1.37",
                        "benchmark" : "com.example.Suite%d.method%d",
                        "mode" : "avgt",
                        "threads" : 1,
                        "forks" : %d,
                        "jvm" : "/usr/lib/jvm/java/bin/java",
                        "jvmArgs" : [
                        ],
                        "jdkVersion" : "25.0.1",
                        "vmName" : "OpenJDK 64-Bit Server VM",
                        "vmVersion" : "25.0.1+8-LTS",
                        "warmupIterations" : 5,
                        "warmupTime" : "1 s",
                        "warmupBatchSize" : 1,
                        "measurementIterations" : %d,
                        "measurementTime" : "1 s",
                        "measurementBatchSize" : 1,
                        "params" : {
                            "size" : "%d"
                        },
                        "primaryMetric" : {
                """.formatted(number / 20, number % 20, forks, iterations, 10 * (number % 3 + 1)));
        metric(json, random, "            ", 10.0 + number, "us/op");
        json.append("        },\n        \"secondaryMetrics\" : {\n");
        for (int secondary = 0; secondary < secondaryMetrics; secondary++) {
            json.append("            \"").append(SECONDARY[2 * secondary]).append("\" : {\n");
            metric(json, random, "                ", 100.0 + secondary, SECONDARY[2 * secondary + 1]);
            json.append(secondary + 1 < secondaryMetrics ? "            },\n" : "            }\n");
        }
        json.append("        }\n");
    }

    private void metric(StringBuilder json, Random random, String indent, double level, String unit) {
        json.append(indent).append("\"score\" : ").append(level).append(",\n");
        json.append(indent)
                .append("\"scoreError\" : ")
                .append(level * FORK_NOISE)
                .append(",\n");
        json.append(indent).append("\"scoreConfidence\" : [\n");
        json.append(indent).append("    ").append(level * (1 - FORK_NOISE)).append(",\n");
        json.append(indent).append("    ").append(level * (1 + FORK_NOISE)).append("\n");
        json.append(indent).append("],\n").append(indent).append("\"scorePercentiles\" : {\n");
        for (int percentile = 0; percentile < PERCENTILES.length; percentile++) {
            json.append(indent).append("    \"").append(PERCENTILES[percentile]).append("\" : ");
            json.append(noisy(level, FORK_NOISE, random)).append(percentile + 1 < PERCENTILES.length ? ",\n" : "\n");
        }
        json.append(indent).append("},\n");
        json.append(indent).append("\"scoreUnit\" : \"").append(unit).append("\",\n");
        json.append(indent).append("\"rawData\" : [\n");
        for (int fork = 0; fork < forks; fork++) {
            double forkLevel = noisy(level, FORK_NOISE, random);
            json.append(indent).append("    [\n");
            for (int iteration = 0; iteration < iterations; iteration++) {
                json.append(indent).append("        ").append(noisy(forkLevel, ITERATION_NOISE, random));
                json.append(iteration + 1 < iterations ? ",\n" : "\n");
            }
            json.append(indent).append(fork + 1 < forks ? "    ],\n" : "    ]\n");
        }
        json.append(indent).append("]\n");
    }

    private static double noisy(double level, double noise, Random random) {
        return level * Math.exp(noise * random.nextGaussian());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d results × %d forks × %d iterations, %d metrics each",
                results,
                forks,
                iterations,
                1 + secondaryMetrics);
    }
}
