package dev.plumbline.server.page;

import dev.plumbline.server.store.MovedSeries;
import dev.plumbline.server.store.ProjectOverview;
import dev.plumbline.server.store.RecentHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression or an improvement as the overview shows it: what moved, by how much, since which commit.
 *
 * @param tone worse or better
 * @param kind regression or improvement
 * @param state suspected, confirmed or fixed
 * @param lead the series that moved most
 * @param commit the first commit that was measured at the new level
 * @param runUrl its run
 * @param range where between two measured commits the change lies, when that is more than one commit
 * @param fixedBy the commit that took it back
 * @param trend the lead's recent history
 * @param others the further series, as many as fit
 * @param further how many more there are
 */
public record ChangeCard(
        Tone tone,
        String kind,
        String state,
        Moved lead,
        CommitView commit,
        String runUrl,
        String range,
        Optional<CommitView> fixedBy,
        Picture trend,
        List<Moved> others,
        int further) {

    private static final int OTHERS = 5;
    private static final int TREND_WIDTH = 280;
    private static final int TREND_HEIGHT = 72;

    public ChangeCard {
        others = List.copyOf(others);
    }

    /**
     * A series that moved.
     *
     * @param title its name
     * @param url its page
     * @param change the size: {@code +34.0 %}
     * @param words what that means: slower, less allocation, …
     * @param interval the interval of the size
     * @param before the level before
     * @param after the level after
     */
    public record Moved(
            SeriesTitle title, String url, String change, String words, String interval, String before, String after) {

        static Moved of(MovedSeries moved, Links links) {
            String unit = moved.series().unit();
            return new Moved(
                    SeriesTitle.of(moved.series()),
                    links.series(moved.series().seriesId()),
                    Figures.change(moved.ratio()),
                    ChangeWords.of(unit, moved.series().metric(), moved.worse()),
                    Figures.interval(moved.ratioLow(), moved.ratioHigh()),
                    Figures.value(moved.levelBefore(), unit),
                    Figures.value(moved.levelAfter(), unit));
        }
    }

    static ChangeCard of(
            ProjectOverview.Change change,
            Map<Long, RecentHistory> histories,
            Links links,
            SparklinePictures pictures) {
        MovedSeries lead = change.series().get(0);
        List<Moved> others = change.series().stream()
                .skip(1)
                .map(moved -> Moved.of(moved, links))
                .toList();
        return new ChangeCard(
                Tone.ofWorse(change.worse()),
                change.worse() ? "Regression" : "Improvement",
                change.state(),
                Moved.of(lead, links),
                CommitView.of(change.commit()),
                links.run(change.runId()),
                range(change.previousSha(), change.unmeasured(), lead),
                change.fixedBy().map(CommitView::of),
                pictures.draw(
                        lead.series(),
                        histories.getOrDefault(lead.series().seriesId(), RecentHistory.empty()),
                        TREND_WIDTH,
                        TREND_HEIGHT),
                others.subList(0, Math.min(OTHERS, others.size())),
                Math.max(0, others.size() - OTHERS));
    }

    /** How far its place is open: commits that were not measured, and runs too noisy to tell; empty when it is exact. */
    static String range(String previousSha, long unmeasured, MovedSeries moved) {
        List<String> sentences = new ArrayList<>();
        if (unmeasured > 0) {
            String which = unmeasured == 1 ? "the commit" : "one of the " + unmeasured + " commits";
            sentences.add(
                    "or " + which + " before it that nobody measured, after " + CommitView.abbreviated(previousSha));
        }
        if (!moved.earliestSha().equals(moved.latestSha())) {
            sentences.add("with 95 % confidence from " + CommitView.abbreviated(moved.earliestSha()) + " to "
                    + CommitView.abbreviated(moved.latestSha()));
        }
        return String.join("; ", sentences);
    }
}
