package dev.plumbline.server.site.project;

import dev.plumbline.server.history.BenchmarkListing;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.report.RunListing;
import java.util.List;
import java.util.Map;

/**
 * What the page of a project shows of one branch in one environment.
 *
 * @param changes regressions and improvements, the latest in the history first
 * @param metrics the metrics that the environment's series have, the primary score first
 * @param metric the metric that is listed
 * @param benchmarks the listed part of the benchmarks
 * @param benchmarkCount how many benchmarks match the search
 * @param histories the recent history of the listed and the moved series, by series
 * @param runs the latest runs
 */
public record ProjectOverview(
        List<RegressionSummary> changes,
        List<String> metrics,
        String metric,
        List<BenchmarkListing> benchmarks,
        long benchmarkCount,
        Map<Long, RecentHistory> histories,
        List<RunListing> runs) {

    public ProjectOverview {
        changes = List.copyOf(changes);
        metrics = List.copyOf(metrics);
        benchmarks = List.copyOf(benchmarks);
        histories = Map.copyOf(histories);
        runs = List.copyOf(runs);
    }
}
