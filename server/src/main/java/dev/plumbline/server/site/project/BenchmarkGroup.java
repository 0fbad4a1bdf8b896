package dev.plumbline.server.site.project;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.history.BenchmarkListing;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Picture;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The benchmarks of one class.
 *
 * @param packageName the package with its final dot, may be empty
 * @param className the class, may be empty
 * @param rows its benchmarks
 */
public record BenchmarkGroup(String packageName, String className, List<Row> rows) {

    private static final int TREND_WIDTH = 180;
    private static final int TREND_HEIGHT = 32;

    public BenchmarkGroup {
        rows = List.copyOf(rows);
    }

    /**
     * One benchmark.
     *
     * @param title its name
     * @param url the series' page
     * @param latest the latest value
     * @param judged false for a metric that is drawn and never judged
     * @param outcome the latest run's verdict, empty without one
     * @param tone the verdict's tone
     * @param change the change against the baseline, empty if it is not known
     * @param trend the recent history
     */
    public record Row(
            SeriesTitle title,
            String url,
            String latest,
            boolean judged,
            Optional<Outcome> outcome,
            Tone tone,
            String change,
            Picture trend) {}

    static List<BenchmarkGroup> of(
            List<BenchmarkListing> listings,
            Map<Long, RecentHistory> histories,
            Links links,
            String branch,
            SparklinePictures pictures) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (BenchmarkListing listing : listings) {
            RecentHistory history = histories.getOrDefault(listing.series().seriesId(), RecentHistory.empty());
            Row row = new Row(
                    SeriesTitle.of(listing.series()),
                    links.series(listing.series().seriesId(), branch),
                    latest(history, listing.series().unit()),
                    listing.judged(),
                    listing.latest().map(BenchmarkListing.Latest::outcome),
                    listing.latest().map(latest -> Tone.of(latest.outcome())).orElse(Tone.NEUTRAL),
                    listing.latest()
                            .filter(latest -> !Double.isNaN(latest.ratio()))
                            .map(latest -> Figures.change(latest.ratio()))
                            .orElse(""),
                    pictures.draw(listing.series(), history, TREND_WIDTH, TREND_HEIGHT));
            rows.computeIfAbsent(row.title().packageName() + row.title().className(), key -> new ArrayList<>())
                    .add(row);
        }
        return rows.values().stream()
                .map(group -> new BenchmarkGroup(
                        group.get(0).title().packageName(), group.get(0).title().className(), group))
                .toList();
    }

    private static String latest(RecentHistory history, String unit) {
        return history.points().isEmpty()
                ? "no runs here"
                : Figures.value(history.points().getLast().value(), unit);
    }
}
