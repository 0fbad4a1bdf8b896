package dev.plumbline.collector.history;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The benchmarks of one run of a history that keeps values only: each has a name, a unit and a value, or several. */
final class HistoricResults {

    private static final String PER_ITERATION = "/iter";

    private final Map<BenchmarkId, Values> benchmarks = new LinkedHashMap<>();
    private final Setup setup;

    HistoricResults(Harness harness) {
        this.setup = Setup.unknown(harness);
    }

    private record Values(Metric metric, List<Double> values) {}

    /** Adds a value. One of a benchmark that is there already, in the same unit, is another observation of it. */
    void add(
            String name,
            Map<String, String> params,
            int threads,
            String symbol,
            Optional<Direction> better,
            double value) {
        Unit known = Unit.of(usual(symbol));
        Unit unit = better.map(known::with).orElse(known);
        BenchmarkId benchmark = new BenchmarkId(name, params, mode(unit), threads);
        benchmarks
                .computeIfAbsent(benchmark, first -> new Values(new Metric(Metric.SCORE, unit), new ArrayList<>()))
                .values()
                .add(value * unit.factor());
    }

    int size() {
        return benchmarks.size();
    }

    /** The results as Plumbline JSON. */
    HistoricRun.Document document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlumblineWriter writer = new PlumblineWriter(bytes, setup)) {
            for (Map.Entry<BenchmarkId, Values> benchmark : benchmarks.entrySet()) {
                writer.add(result(benchmark.getKey(), benchmark.getValue()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new HistoricRun.Document(ResultFormat.PLUMBLINE_JSON, bytes.toByteArray());
    }

    private BenchmarkResult result(BenchmarkId benchmark, Values measured) {
        List<Fork> forks = measured.values().stream()
                .map(value -> new Fork(value, new double[0]))
                .toList();
        double mean = forks.stream().mapToDouble(Fork::value).average().orElse(Double.NaN);
        return new BenchmarkResult(
                1, benchmark, setup, new Measurement(measured.metric(), mean, Double.NaN, forks), List.of(), List.of());
    }

    /** Tools call an operation an iteration. */
    private static String usual(String symbol) {
        String text = symbol.strip();
        if (text.endsWith(PER_ITERATION)) {
            return text.substring(0, text.length() - PER_ITERATION.length()) + "/op";
        }
        return text.startsWith("iter/") ? "ops/" + text.substring("iter/".length()) : text;
    }

    private static Mode mode(Unit unit) {
        return switch (unit.family()) {
            case TIME -> unit.base().equals("s") ? Mode.SINGLE_SHOT_TIME : Mode.AVERAGE_TIME;
            case THROUGHPUT, BANDWIDTH -> Mode.THROUGHPUT;
            case ALLOCATION, SIZE, COUNT, EXACT_COUNT -> Mode.COUNT;
            case RATIO, UNKNOWN, UNKNOWN_MEASURED -> Mode.AVERAGE_TIME;
        };
    }
}
