package dev.plumbline.server.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a series: where it was measured, and what a reader may want to see next.
 *
 * @param series the series
 * @param environmentId its environment
 * @param environment the environment's label
 * @param branches the branches that it has points on, the base branch first
 * @param siblings the other metrics of the same benchmark in the same environment
 * @param elsewhere the same metric of the same benchmark in other environments: series key by label
 * @param previous the series of the same metric before this one in the order of the benchmarks' names
 * @param next the one after
 */
public record SeriesContext(
        SeriesIdentity series,
        long environmentId,
        String environment,
        List<HistoryChoices.Branch> branches,
        List<SeriesIdentity> siblings,
        Map<String, Long> elsewhere,
        Optional<SeriesIdentity> previous,
        Optional<SeriesIdentity> next) {

    public SeriesContext {
        branches = List.copyOf(branches);
        siblings = List.copyOf(siblings);
        elsewhere = Map.copyOf(elsewhere);
    }
}
