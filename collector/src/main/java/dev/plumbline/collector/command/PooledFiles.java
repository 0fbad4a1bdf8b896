package dev.plumbline.collector.command;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Files of one run, each written by a process of its own: together they are one measurement whose forks are those of all files. */
public final class PooledFiles {

    private final Map<BenchmarkId, Pooled> benchmarks = new LinkedHashMap<>();

    private PooledFiles() {}

    /**
     * Passes on the results of all files, a benchmark once, in the order in which they appear.
     *
     * @throws UsageException saying where and what is wrong when a file can't be read
     */
    public static void read(List<InputFile> files, Consumer<BenchmarkResult> results) {
        PooledFiles pooled = new PooledFiles();
        for (InputFile file : files) {
            file.read(stream -> ResultFormat.read(stream, ReadLimits.defaults(), pooled::add));
        }
        int number = 0;
        for (Pooled benchmark : pooled.benchmarks.values()) {
            results.accept(benchmark.result(++number));
        }
    }

    private void add(BenchmarkResult result) {
        benchmarks
                .computeIfAbsent(result.benchmark(), first -> new Pooled(result))
                .add(result);
    }

    /** What is known of a benchmark so far. */
    private static final class Pooled {

        private final BenchmarkResult first;
        private final Map<String, List<Measurement>> metrics = new LinkedHashMap<>();
        private final Set<BenchmarkResult.Note> notes = new LinkedHashSet<>();
        private int files;

        Pooled(BenchmarkResult first) {
            this.first = first;
        }

        void add(BenchmarkResult result) {
            files++;
            notes.addAll(result.notes());
            add(result.primary());
            result.secondary().forEach(this::add);
        }

        private void add(Measurement measurement) {
            metrics.computeIfAbsent(measurement.metric().name(), name -> new ArrayList<>())
                    .add(measurement);
        }

        BenchmarkResult result(int number) {
            List<Measurement> pooled =
                    metrics.values().stream().map(Pooled::together).toList();
            Setup setup = first.setup();
            return new BenchmarkResult(
                    number,
                    first.benchmark(),
                    setup.forks() > 0 ? setup.withForks(setup.forks() * files) : setup,
                    pooled.get(0),
                    pooled.subList(1, pooled.size()),
                    List.copyOf(notes));
        }

        private static Measurement together(List<Measurement> measurements) {
            Measurement one = measurements.get(0);
            if (measurements.size() == 1) {
                return one;
            }
            List<Fork> forks = new ArrayList<>();
            for (Measurement measurement : measurements) {
                if (measurement.forks().isEmpty() && Double.isFinite(measurement.score())) {
                    forks.add(new Fork(measurement.score(), new double[0]));
                }
                forks.addAll(measurement.forks());
            }
            double mean = forks.stream()
                    .mapToDouble(Fork::value)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
            return new Measurement(one.metric(), mean, Double.NaN, forks);
        }
    }
}
