package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.collector.command.NameFilter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which series are shown. A pattern for benchmarks is a part of the name with its parameters ({@code
 * com.acme.Text.split (size=10, kind=a)}), a pattern for metrics a whole name; in both {@code *} stands for any text and
 * {@code ?} for one character, and case doesn't matter. If nothing is given, everything is selected.
 */
public final class Selection {

    private final List<NameFilter> benchmarks;
    private final List<NameFilter> metrics;

    /**
     * A selection.
     *
     * @param benchmarks a series is shown if one of these matches
     * @param metrics and one of these
     */
    public Selection(List<String> benchmarks, List<String> metrics) {
        this.benchmarks = benchmarks.stream().map(NameFilter::of).toList();
        this.metrics = metrics.stream().map(NameFilter::of).toList();
    }

    /** Whether it selects this metric of this benchmark. */
    public boolean takes(BenchmarkId benchmark, String metric) {
        String name = name(benchmark);
        return (benchmarks.isEmpty() || benchmarks.stream().anyMatch(each -> each.isPartOf(name)))
                && (metrics.isEmpty() || metrics.stream().anyMatch(each -> each.isWhole(metric)));
    }

    /** A benchmark as patterns see it: class and method, then the parameters. */
    public static String name(BenchmarkId benchmark) {
        if (benchmark.params().isEmpty()) {
            return benchmark.name();
        }
        return benchmark.name()
                + benchmark.params().entrySet().stream()
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
