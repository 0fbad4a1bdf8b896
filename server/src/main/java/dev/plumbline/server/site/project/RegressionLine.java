package dev.plumbline.server.site.project;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.Map;
import java.util.Optional;

/**
 * A regression or an improvement in one line.
 *
 * @param url its page
 * @param tone worse or better
 * @param title the series that moved most; empty if it is the whole suite, or nothing any more
 * @param suite whether it is the whole suite
 * @param others how many series moved with it
 * @param size how far: {@code +34.0 %}
 * @param words what that means: slower, less allocation, …
 * @param interval the interval of the size
 * @param environment the environment's label, empty if the project has no other
 * @param commit the first commit that was measured at the new level
 * @param runUrl its run
 * @param found when it was found
 * @param state what people see of it
 * @param isNew whether it was found in the last days
 * @param assignee who it is assigned to, empty for nobody
 * @param trend the recent history of what moved most; empty where it isn't drawn
 */
public record RegressionLine(
        String url,
        Tone tone,
        Optional<SeriesTitle> title,
        boolean suite,
        int others,
        String size,
        String words,
        String interval,
        String environment,
        CommitView commit,
        String runUrl,
        Moment found,
        String state,
        boolean isNew,
        String assignee,
        Optional<InlinePicture> trend) {

    private static final int TREND_WIDTH = 180;
    private static final int TREND_HEIGHT = 32;

    /**
     * The line of a regression.
     *
     * @param histories the recent histories that are known, by series
     * @param isNew whether it was found in the last days
     * @param manyEnvironments whether the project has several
     */
    static RegressionLine of(
            RegressionSummary change,
            boolean isNew,
            boolean manyEnvironments,
            Map<Long, RecentHistory> histories,
            Links links,
            SparklinePictures pictures) {
        Optional<MovedSeries> lead = change.shift().isPresent()
                ? Optional.empty()
                : change.series().stream().findFirst();
        return new RegressionLine(
                links.regression(change.id()),
                change.isOpen() || !change.worse() ? Tone.ofWorse(change.worse()) : Tone.NEUTRAL,
                lead.map(moved -> SeriesTitle.of(moved.series())),
                change.shift().isPresent(),
                lead.isPresent() ? change.series().size() - 1 : 0,
                lead.map(moved -> Figures.change(moved.ratio()))
                        .or(() -> change.shift().map(shift -> Figures.change(shift.ratio())))
                        .orElse("–"),
                lead.map(MovedSeries::word)
                        .or(() -> change.shift().map(shift -> change.worse() ? "slower" : "faster"))
                        .orElse(""),
                lead.map(moved -> Figures.interval(moved.ratioLow(), moved.ratioHigh()))
                        .or(() -> change.shift().map(shift -> Figures.interval(shift.ratioLow(), shift.ratioHigh())))
                        .orElse(""),
                manyEnvironments ? Printable.line(change.environment()) : "",
                ChangeCard.commit(change.previousSha(), change.commit()),
                links.run(change.runId()),
                Moment.of(change.openedAt()),
                change.state().words(),
                isNew,
                Printable.line(change.triage().assignee()),
                lead.flatMap(moved -> Optional.ofNullable(
                                histories.get(moved.series().seriesId()))
                        .map(history -> pictures.draw(moved.series(), history, TREND_WIDTH, TREND_HEIGHT))));
    }
}
