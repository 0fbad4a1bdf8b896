package dev.plumbline.collector.duet;

import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What launches of a version measured, launch by launch. A launch is one fork, however many counts, repetitions or executions it
 * has: its value is their median, so that fork i of one version is the partner of fork i of the other.
 */
final class PairedResults {

    /** More samples of a launch than these aren't kept: only its value is judged. */
    private static final int MOST_SAMPLES = 100;

    private final Map<BenchmarkId, Benchmark> benchmarks = new LinkedHashMap<>();
    private Optional<Setup> setup = Optional.empty();

    /** Adds a launch of either version, each to its own side. */
    static void add(
            PairedResults base, List<BenchmarkResult> ofBase, PairedResults head, List<BenchmarkResult> ofHead) {
        Map<BenchmarkId, BenchmarkResult> inHead = byBenchmark(ofHead);
        Map<BenchmarkId, BenchmarkResult> inBase = byBenchmark(ofBase);
        ofBase.forEach(result -> add(base, result, head, Optional.ofNullable(inHead.get(result.benchmark()))));
        ofHead.forEach(result -> add(head, result, base, Optional.ofNullable(inBase.get(result.benchmark()))));
    }

    private static Map<BenchmarkId, BenchmarkResult> byBenchmark(List<BenchmarkResult> results) {
        Map<BenchmarkId, BenchmarkResult> found = new LinkedHashMap<>();
        results.forEach(result -> found.putIfAbsent(result.benchmark(), result));
        return found;
    }

    /** Adds what has a partner, and what only this side has once, so that it is listed. */
    private static void add(
            PairedResults own, BenchmarkResult result, PairedResults others, Optional<BenchmarkResult> partner) {
        own.setup = own.setup.or(() -> Optional.of(result.setup()));
        Benchmark benchmark = own.benchmark(result);
        Benchmark other = others.benchmarks.getOrDefault(result.benchmark(), new Benchmark(result));
        measurements(result).forEach(measurement -> {
            String name = measurement.metric().name();
            boolean paired = partner.stream()
                    .flatMap(PairedResults::measurements)
                    .anyMatch(each -> each.metric().name().equals(name) && each.forkValues().length > 0);
            boolean unseen = benchmark.forks(name) == 0 && other.forks(name) == 0;
            if (measurement.forkValues().length > 0 && (paired || unseen)) {
                benchmark.add(measurement, paired);
            }
        });
    }

    private static Stream<Measurement> measurements(BenchmarkResult result) {
        return Stream.concat(Stream.of(result.primary()), result.secondary().stream());
    }

    private Benchmark benchmark(BenchmarkResult result) {
        return benchmarks.computeIfAbsent(result.benchmark(), first -> new Benchmark(result));
    }

    boolean isEmpty() {
        return benchmarks.isEmpty();
    }

    /** The document in Plumbline's own form. */
    byte[] document() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PlumblineWriter writer = new PlumblineWriter(out, setup.orElseThrow())) {
            for (Benchmark benchmark : benchmarks.values()) {
                writer.add(benchmark.result());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** One benchmark with the forks of its metrics. */
    private static final class Benchmark {

        private final BenchmarkResult first;
        private final Map<String, Forks> metrics = new LinkedHashMap<>();

        Benchmark(BenchmarkResult first) {
            this.first = first;
        }

        /** The forks of a metric; one that had no partner is in the place of none. */
        private record Forks(Metric metric, boolean paired, List<Fork> values) {}

        int forks(String metric) {
            Forks forks = metrics.get(metric);
            return forks == null ? 0 : forks.values.size();
        }

        void add(Measurement measurement, boolean paired) {
            String name = measurement.metric().name();
            Forks before = metrics.get(name);
            Forks forks = before == null || !before.paired
                    ? new Forks(measurement.metric(), paired, new ArrayList<>())
                    : before;
            forks.values.add(fork(measurement));
            metrics.put(name, forks);
        }

        private static Fork fork(Measurement measurement) {
            List<Fork> forks = measurement.forks();
            if (forks.size() == 1) {
                Fork fork = forks.get(0);
                return fork.iterations().length > MOST_SAMPLES ? new Fork(fork.value(), new double[0]) : fork;
            }
            double[] values = measurement.forkValues();
            return new Fork(
                    median(values), values.length > 1 && values.length <= MOST_SAMPLES ? values : new double[0]);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        BenchmarkResult result() {
            Forks score = metrics.get(first.primary().metric().name());
            return new BenchmarkResult(
                    first.number(),
                    first.benchmark(),
                    first.setup(),
                    score == null
                            ? new Measurement(first.primary().metric(), Double.NaN, Double.NaN, List.of())
                            : measurement(score),
                    metrics.values().stream()
                            .filter(forks -> !forks.metric.isScore())
                            .map(Benchmark::measurement)
                            .toList(),
                    first.notes());
        }

        private static Measurement measurement(Forks forks) {
            double mean =
                    forks.values.stream().mapToDouble(Fork::value).average().orElse(Double.NaN);
            return new Measurement(forks.metric, mean, Double.NaN, forks.values);
        }
    }
}
