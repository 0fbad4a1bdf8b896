package dev.plumbline.server.site.benchmarks;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.catalog.BenchmarkListing;
import dev.plumbline.server.catalog.BenchmarkPart;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.Optional;

/**
 * A benchmark of the list.
 *
 * @param title its name
 * @param url the series' page
 * @param latest the latest value
 * @param judged false for a metric that is drawn and never judged
 * @param outcome the latest run's verdict, empty without one
 * @param tone the verdict's tone
 * @param change the change against the baseline, empty if it is not known
 * @param noise by how much runs of the same code differ: {@code 2.1 %}; empty if it is not known
 * @param changed the last level shift
 * @param trend the recent history
 */
public record BenchmarkRow(
        SeriesTitle title,
        String url,
        String latest,
        boolean judged,
        Optional<Outcome> outcome,
        Tone tone,
        String change,
        String noise,
        Optional<Changed> changed,
        InlinePicture trend) {

    private static final int TREND_WIDTH = 180;
    private static final int TREND_HEIGHT = 32;

    /**
     * A level shift.
     *
     * @param size how far: {@code +34.0 %}
     * @param commit the first commit that was measured at the new level
     */
    public record Changed(String size, Tone tone, CommitView commit) {}

    static BenchmarkRow of(BenchmarkListing listing, BenchmarkPart part, Links links, SparklinePictures pictures) {
        long series = listing.series().seriesId();
        RecentHistory history = part.histories().getOrDefault(series, RecentHistory.empty());
        return new BenchmarkRow(
                SeriesTitle.of(listing.series()),
                links.series(series),
                latest(history, listing.series().unit()),
                listing.judged(),
                listing.latest().map(BenchmarkListing.Latest::outcome),
                listing.latest().map(latest -> Tone.of(latest.outcome())).orElse(Tone.NEUTRAL),
                listing.latest()
                        .filter(latest -> !Double.isNaN(latest.ratio()))
                        .map(latest -> Figures.change(latest.ratio()))
                        .orElse(""),
                Optional.ofNullable(part.noise().get(series))
                        .map(Figures::magnitude)
                        .orElse(""),
                listing.changed()
                        .map(changed -> new Changed(
                                Figures.change(changed.ratio()),
                                listing.series().direction().known() ? Tone.ofWorse(changed.worse()) : Tone.UNKNOWN,
                                CommitView.of(changed.commit()))),
                pictures.draw(listing.series(), history, TREND_WIDTH, TREND_HEIGHT));
    }

    private static String latest(RecentHistory history, String unit) {
        return history.points().isEmpty()
                ? "no runs here"
                : Figures.value(history.points().getLast().value(), unit);
    }
}
