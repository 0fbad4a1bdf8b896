package dev.plumbline.server.catalog;

import dev.plumbline.server.history.RecentHistory;
import java.util.List;
import java.util.Map;

/**
 * A part of the benchmarks of an environment.
 *
 * @param metrics the metrics that the environment's series have, the primary score first
 * @param metric the metric that is listed
 * @param benchmarks the part
 * @param total how many there are in all
 * @param noise by how much runs of the same code differ, by series: 0.03 is about 3 %; not of those with fewer than ten runs at their level
 * @param histories the recent histories, by series
 */
public record BenchmarkPart(
        List<String> metrics,
        String metric,
        List<BenchmarkListing> benchmarks,
        long total,
        Map<Long, Double> noise,
        Map<Long, RecentHistory> histories) {

    public BenchmarkPart {
        metrics = List.copyOf(metrics);
        benchmarks = List.copyOf(benchmarks);
        noise = Map.copyOf(noise);
        histories = Map.copyOf(histories);
    }
}
