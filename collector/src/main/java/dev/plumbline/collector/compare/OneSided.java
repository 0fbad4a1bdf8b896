package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A benchmark for which only one side has something.
 *
 * @param benchmark the benchmark
 * @param metrics the metrics that only this side has
 * @param whole whether the other side doesn't have the benchmark at all
 */
public record OneSided(BenchmarkId benchmark, List<String> metrics, boolean whole) {

    public OneSided {
        metrics = List.copyOf(metrics);
    }

    /** These series by benchmark, where {@code compared} are those that both sides have. */
    static List<OneSided> group(List<SeriesKey> series, List<JudgedSeries> compared) {
        Map<BenchmarkId, List<String>> metrics = new LinkedHashMap<>();
        series.forEach(key -> metrics.computeIfAbsent(key.benchmark(), unseen -> new ArrayList<>())
                .add(key.metric()));
        Set<BenchmarkId> known = compared.stream().map(JudgedSeries::benchmark).collect(Collectors.toSet());
        return metrics.entrySet().stream()
                .map(entry -> new OneSided(entry.getKey(), entry.getValue(), !known.contains(entry.getKey())))
                .toList();
    }

    /** How it is listed: the benchmark, or its metrics. */
    public String label() {
        String mode = " [" + benchmark.mode().label()
                + (benchmark.threads() == 1 ? "" : ", " + benchmark.threads() + " threads") + "]";
        return Selection.name(benchmark) + mode + (whole ? "" : ": " + String.join(", ", metrics));
    }
}
