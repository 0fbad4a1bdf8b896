package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;

/**
 * What identifies a series from file to file.
 *
 * @param benchmark the benchmark
 * @param metric the metric's name
 * @param unit its base unit, so that a benchmark switched from {@code us/op} to {@code ns/op} stays one series
 */
record SeriesKey(BenchmarkId benchmark, String metric, String unit) {

    static SeriesKey of(BenchmarkId benchmark, Metric metric) {
        return new SeriesKey(benchmark, metric.name(), metric.unit().base());
    }
}
