package dev.plumbline.server.report;

import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.SuiteTrend;

/**
 * How an environment is, as its newest run on the base branch shows it.
 *
 * @param scope the history of the base branch in the environment
 * @param last its newest run
 * @param suite what its benchmarks did together in the last runs
 */
public record EnvironmentState(HistoryScope scope, RunListing last, SuiteTrend suite) {}
