package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Unit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A series as reports name it.
 *
 * @param benchmark class and method
 * @param params parameter values by name
 * @param mode JMH's short label of the mode
 * @param threads the number of threads
 * @param metric the metric's name, {@code score} for the primary one
 * @param unit the base unit of the values
 * @param direction which way they get better
 * @param harness what measured it, whose words reports use
 */
public record SeriesName(
        String benchmark,
        SortedMap<String, String> params,
        String mode,
        int threads,
        String metric,
        String unit,
        Direction direction,
        Harness harness) {

    public SeriesName {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** A series of JMH whose direction follows from its unit. */
    public SeriesName(
            String benchmark, SortedMap<String, String> params, String mode, int threads, String metric, String unit) {
        this(benchmark, params, mode, threads, metric, unit, Unit.of(unit).direction(), Harness.JMH);
    }

    /** The name of a metric of a benchmark that JMH measured. */
    public static SeriesName of(BenchmarkId benchmark, Metric metric) {
        return of(benchmark, metric, Harness.JMH);
    }

    /** The name of a benchmark's metric. */
    public static SeriesName of(BenchmarkId benchmark, Metric metric, Harness harness) {
        return new SeriesName(
                benchmark.name(),
                benchmark.params(),
                benchmark.mode().label(),
                benchmark.threads(),
                metric.name(),
                metric.unit().base(),
                metric.unit().direction(),
                harness);
    }

    /** The benchmark that it belongs to; empty if another version wrote it with a mode that isn't known here. */
    public Optional<BenchmarkId> id() {
        return benchmark.isEmpty()
                ? Optional.empty()
                : Mode.ofLabel(mode).map(known -> new BenchmarkId(benchmark, params, known, threads));
    }

    /** +1 if higher is worse, -1 if less is. */
    public int worseSign() {
        return direction.worseSign();
    }
}
