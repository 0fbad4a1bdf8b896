package dev.plumbline.server.catalog;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.SeriesIdentity;
import java.util.Optional;

/**
 * A series as the list of a project's benchmarks shows it.
 *
 * @param series the series
 * @param judged false for a metric that is drawn and never judged
 * @param latest its verdict in the branch's latest run, if it has one
 * @param changed where its level shifted last, if it ever did
 */
public record BenchmarkListing(
        SeriesIdentity series, boolean judged, Optional<Latest> latest, Optional<Changed> changed) {

    /**
     * The verdict of the latest run.
     *
     * @param outcome what was found
     * @param ratio candidate / baseline, NaN without a baseline
     */
    public record Latest(Outcome outcome, double ratio) {}

    /**
     * A level shift.
     *
     * @param commit the commit of the first run at the new level
     * @param ratio after / before
     * @param worse whether it is for the worse
     */
    public record Changed(CommitLabel commit, double ratio, boolean worse) {}
}
