package dev.plumbline.collector.backfill;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What several launches of one side measured: the processes of each launch are forks of the same benchmarks. */
final class LaunchedForks {

    private final Map<BenchmarkId, BenchmarkResult> results = new LinkedHashMap<>();

    /** Whether nothing was measured. */
    boolean isEmpty() {
        return results.isEmpty();
    }

    /** Adds what a launch left, in any format. */
    void add(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            ResultFormat.read(
                    stream,
                    ReadLimits.defaults(),
                    result -> results.merge(result.benchmark(), result, LaunchedForks::joined));
        }
    }

    /** How many times as much time as in another measurement its benchmarks take: the median of all that both have. */
    double ratioTo(LaunchedForks other) {
        double[] ratios = results.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(other.results.get(entry.getKey()))
                        .map(before -> slowness(entry.getValue(), before))
                        .stream())
                .filter(ratio -> Double.isFinite(ratio) && ratio > 0)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            return 1;
        }
        int middle = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[middle] : Math.sqrt(ratios[middle - 1] * ratios[middle]);
    }

    private static double slowness(BenchmarkResult now, BenchmarkResult before) {
        double ratio = mean(now.primary().forks()) / mean(before.primary().forks());
        return switch (now.primary().metric().unit().family()) {
            case TIME -> ratio;
            case THROUGHPUT, BANDWIDTH -> 1 / ratio;
            case ALLOCATION, SIZE, COUNT, EXACT_COUNT, RATIO, UNKNOWN, UNKNOWN_MEASURED -> Double.NaN;
        };
    }

    /** Writes Plumbline JSON, as a machine that is so many times as slow as the measured one would have measured it. */
    void write(Path file, double slower) throws IOException {
        BenchmarkResult first = results.values().iterator().next();
        try (OutputStream out = Files.newOutputStream(file);
                PlumblineWriter writer = new PlumblineWriter(out, first.setup())) {
            for (BenchmarkResult result : results.values()) {
                writer.add(with(result, measurement -> scaled(measurement, slower)));
            }
        }
    }

    private static Measurement scaled(Measurement measurement, double slower) {
        double factor = switch (measurement.metric().unit().family()) {
            case TIME -> slower;
            case THROUGHPUT, BANDWIDTH -> 1 / slower;
            case ALLOCATION, SIZE, COUNT, EXACT_COUNT, RATIO, UNKNOWN, UNKNOWN_MEASURED -> 1;
        };
        return new Measurement(
                measurement.metric(),
                measurement.score() * factor,
                measurement.scoreError() * factor,
                measurement.forks().stream()
                        .map(fork -> new Fork(
                                fork.value() * factor,
                                Arrays.stream(fork.iterations())
                                        .map(value -> value * factor)
                                        .toArray()))
                        .toList());
    }

    private static BenchmarkResult joined(BenchmarkResult earlier, BenchmarkResult later) {
        Map<Metric, Measurement> secondary = new LinkedHashMap<>();
        earlier.secondary().forEach(each -> secondary.put(each.metric(), each));
        later.secondary().forEach(each -> secondary.merge(each.metric(), each, LaunchedForks::joined));
        return new BenchmarkResult(
                earlier.number(),
                earlier.benchmark(),
                earlier.setup(),
                joined(earlier.primary(), later.primary()),
                List.copyOf(secondary.values()),
                earlier.notes());
    }

    private static Measurement joined(Measurement earlier, Measurement later) {
        List<Fork> forks = new ArrayList<>(earlier.forks());
        forks.addAll(later.forks());
        return new Measurement(earlier.metric(), mean(forks), Double.NaN, forks);
    }

    private static BenchmarkResult with(BenchmarkResult result, UnaryOperator<Measurement> change) {
        return new BenchmarkResult(
                result.number(),
                result.benchmark(),
                result.setup(),
                Objects.requireNonNull(change.apply(result.primary())),
                result.secondary().stream().map(change).toList(),
                result.notes());
    }

    private static double mean(List<Fork> forks) {
        return forks.stream()
                .mapToDouble(Fork::value)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
