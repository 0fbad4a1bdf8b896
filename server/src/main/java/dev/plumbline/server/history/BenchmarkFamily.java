package dev.plumbline.server.history;

import java.util.List;
import java.util.Map;

/**
 * The series of all benchmarks of one name in one environment: parameters, modes, thread counts and metrics.
 *
 * @param series by parameters, then the primary score first
 * @param histories their recent history, by series
 */
public record BenchmarkFamily(List<SeriesIdentity> series, Map<Long, RecentHistory> histories) {

    public BenchmarkFamily {
        series = List.copyOf(series);
        histories = Map.copyOf(histories);
    }
}
