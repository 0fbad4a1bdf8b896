package dev.plumbline.server.regression;

import dev.plumbline.server.history.RecentHistory;
import java.time.Instant;
import java.util.Map;

/**
 * What of a project's regressions its overview shows, over all environments and branches.
 *
 * @param open those that somebody should still look at, the largest first
 * @param suspected those that only the newest runs show, the latest found first
 * @param expected those that people intended
 * @param fixed those that are no more
 * @param improvements what got better, as later runs confirmed
 * @param lately what happened in the last days
 * @param histories the recent history of the series that moved most, by series; not of all
 */
public record RegressionOverview(
        RegressionQueries.Listing open,
        RegressionQueries.Listing suspected,
        RegressionQueries.Listing expected,
        RegressionQueries.Listing fixed,
        RegressionQueries.Listing improvements,
        Lately lately,
        Map<Long, RecentHistory> histories) {

    public RegressionOverview {
        histories = Map.copyOf(histories);
    }

    /**
     * How many regressions went in some days where they are now.
     *
     * @param since from when on
     * @param confirmed became open
     * @param suspected were suspected
     * @param fixed were fixed
     * @param retracted were retracted
     * @param improvements improvements were confirmed
     */
    public record Lately(
            Instant since, long confirmed, long suspected, long fixed, long retracted, long improvements) {}
}
