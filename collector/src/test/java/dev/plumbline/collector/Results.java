package dev.plumbline.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes files of results as JMH does. */
final class Results {

    private final List<String> results = new ArrayList<>();

    /** Adds a benchmark with the scores of its forks in µs/op. */
    Results time(String benchmark, double... forks) {
        return add(benchmark, "\"size\": \"10\"", "us/op", "", forks);
    }

    /** Adds a benchmark with the scores of its forks in µs/op and what they allocate, the same in each of them. */
    Results timeAndBytes(String benchmark, double bytes, double... forks) {
        double[] same = new double[forks.length];
        Arrays.fill(same, bytes);
        return add(benchmark, "\"size\": \"10\"", "us/op", "\"gc.alloc.rate.norm\": " + metric("B/op", same), forks);
    }

    /** Adds a benchmark with these parameters, as a JSON object has them between its braces. */
    Results add(String benchmark, String params, String unit, String secondary, double... forks) {
        results.add("""
                {
                  "jmhVersion": "1.37", "benchmark": "%s", "mode": "avgt", "threads": 1, "forks": %d,
                  "jvm": "/opt/java/bin/java", "jvmArgs": [], "jdkVersion": "21.0.5", "vmName": "OpenJDK 64-Bit Server VM",
                  "vmVersion": "21.0.5+11", "warmupIterations": 5, "warmupTime": "1 s", "warmupBatchSize": 1,
                  "measurementIterations": 1, "measurementTime": "1 s", "measurementBatchSize": 1,
                  "params": {%s}, "primaryMetric": %s, "secondaryMetrics": {%s}
                }
                """.formatted(benchmark, forks.length, params, metric(unit, forks), secondary));
        return this;
    }

    /** Writes them and returns the file. */
    Path write(Path file) throws IOException {
        return Files.writeString(file, "[" + String.join(",\n", results) + "]");
    }

    private static String metric(String unit, double... forks) {
        double score = Arrays.stream(forks).average().orElseThrow();
        String raw = Arrays.stream(forks)
                .mapToObj(fork -> String.format(Locale.ROOT, "[%s]", fork))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "{\"score\": %s, \"scoreError\": \"NaN\", \"scoreConfidence\": [\"NaN\", \"NaN\"],"
                        + " \"scorePercentiles\": {\"50.0\": %s}, \"scoreUnit\": \"%s\", \"rawData\": [%s]}",
                score,
                score,
                unit,
                raw);
    }
}
