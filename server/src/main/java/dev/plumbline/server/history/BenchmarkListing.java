package dev.plumbline.server.history;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.Optional;

/**
 * A series as the list of a project's benchmarks shows it.
 *
 * @param series the series
 * @param judged false for a metric that is drawn and never judged
 * @param latest its verdict in the branch's latest run, if it has one
 */
public record BenchmarkListing(SeriesIdentity series, boolean judged, Optional<Latest> latest) {

    /**
     * The verdict of the latest run.
     *
     * @param outcome what was found
     * @param ratio candidate / baseline, NaN without a baseline
     */
    public record Latest(Outcome outcome, double ratio) {}
}
