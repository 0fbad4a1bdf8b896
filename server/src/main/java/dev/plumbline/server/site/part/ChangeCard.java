package dev.plumbline.server.site.part;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression or an improvement as the overview shows it: what moved, by how much, since which commit.
 *
 * @param url its own page
 * @param assignee who it is assigned to, empty for nobody
 * @param tone worse or better
 * @param kind what it is
 * @param state what people see of it
 * @param size how far: {@code +34.0 %}
 * @param words what that means: slower, less allocation, …
 * @param interval the interval of the size
 * @param lead the series that moved most; empty if the suite moved as a whole
 * @param suite what is said about the suite, empty if series moved by themselves
 * @param commit the first commit that was measured at the new level
 * @param runUrl its run
 * @param range where between two measured commits the change lies, when that is more than one commit
 * @param fixedBy the commit that fixed it
 * @param trend the lead's recent history; empty without a lead
 * @param others the further series, as many as fit
 * @param further how many more there are
 */
public record ChangeCard(
        String url,
        String assignee,
        Tone tone,
        ChangeKind kind,
        RegressionState state,
        String size,
        String words,
        String interval,
        Optional<Moved> lead,
        List<String> suite,
        CommitView commit,
        String runUrl,
        String range,
        Optional<CommitView> fixedBy,
        Optional<InlinePicture> trend,
        List<Moved> others,
        int further) {

    private static final int OTHERS = 5;
    private static final int TREND_WIDTH = 280;
    private static final int TREND_HEIGHT = 72;

    public ChangeCard {
        suite = List.copyOf(suite);
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

        public static Moved of(MovedSeries moved, Links links) {
            String unit = moved.series().unit();
            Quantities levels = Quantities.of(unit, moved.levelBefore(), moved.levelAfter());
            return new Moved(
                    SeriesTitle.of(moved.series()),
                    links.series(moved.series().seriesId()),
                    Figures.change(moved.ratio()),
                    moved.word(),
                    Figures.interval(moved.ratioLow(), moved.ratioHigh()),
                    levels.format(moved.levelBefore()),
                    levels.format(moved.levelAfter()));
        }
    }

    public static ChangeCard of(
            RegressionSummary change, Map<Long, RecentHistory> histories, Links links, SparklinePictures pictures) {
        return change.shift()
                .map(shift -> ofSuite(change, shift, links))
                .orElseGet(() -> ofSeries(change, histories, links, pictures));
    }

    private static ChangeCard ofSuite(RegressionSummary change, RegressionSummary.Shift shift, Links links) {
        return new ChangeCard(
                links.regression(change.id()),
                Printable.line(change.triage().assignee()),
                Tone.ofWorse(change.worse()),
                ChangeKind.ENVIRONMENT_SHIFT,
                change.state(),
                Figures.change(shift.ratio()),
                change.worse() ? "slower" : "faster",
                Figures.interval(shift.ratioLow(), shift.ratioHigh()),
                Optional.empty(),
                suite(shift),
                commit(change.previousSha(), change.commit()),
                links.run(change.runId()),
                unmeasured(change.previousSha(), change.commit().sha(), change.unmeasured()),
                change.fixedBy().map(CommitView::of),
                Optional.empty(),
                List.of(),
                0);
    }

    /** What was observed with it has a section of its own, unless it is nothing. */
    private static List<String> suite(RegressionSummary.Shift shift) {
        String moved = shift.moved() + " of " + Figures.count(shift.series(), "benchmark") + " moved together.";
        return shift.observed().isEmpty()
                ? List.of(moved, SuiteReport.cause(List.of(), Glyphs.UNICODE))
                : List.of(moved);
    }

    private static ChangeCard ofSeries(
            RegressionSummary change, Map<Long, RecentHistory> histories, Links links, SparklinePictures pictures) {
        if (change.series().isEmpty()) {
            return retracted(change, links);
        }
        MovedSeries lead = change.series().get(0);
        Moved moved = Moved.of(lead, links);
        List<Moved> others = change.series().stream()
                .skip(1)
                .map(other -> Moved.of(other, links))
                .toList();
        return new ChangeCard(
                links.regression(change.id()),
                Printable.line(change.triage().assignee()),
                Tone.ofWorse(change.worse()),
                ChangeKind.ofWorse(change.worse()),
                change.state(),
                moved.change(),
                moved.words(),
                moved.interval(),
                Optional.of(moved),
                List.of(),
                commit(change.previousSha(), change.commit()),
                links.run(change.runId()),
                range(change.previousSha(), change.commit(), change.unmeasured(), lead),
                change.fixedBy().map(CommitView::of),
                Optional.of(pictures.draw(
                        lead.series(),
                        histories.getOrDefault(lead.series().seriesId(), RecentHistory.empty()),
                        TREND_WIDTH,
                        TREND_HEIGHT)),
                others.subList(0, Math.min(OTHERS, others.size())),
                Math.max(0, others.size() - OTHERS));
    }

    /** A change that no series shows any more. */
    private static ChangeCard retracted(RegressionSummary change, Links links) {
        return new ChangeCard(
                links.regression(change.id()),
                Printable.line(change.triage().assignee()),
                Tone.NEUTRAL,
                ChangeKind.ofWorse(change.worse()),
                change.state(),
                "–",
                "",
                "",
                Optional.empty(),
                List.of("Later runs don't confirm that a level moved here."),
                commit(change.previousSha(), change.commit()),
                links.run(change.runId()),
                unmeasured(change.previousSha(), change.commit().sha(), change.unmeasured()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** Nobody is blamed for a level that moved between two runs of one commit. */
    public static CommitView commit(String previousSha, CommitLabel commit) {
        CommitView shown = CommitView.of(commit);
        return commit.sha().equals(previousSha) ? shown.withoutAuthor() : shown;
    }

    private static String unmeasured(String previousSha, String sha, long unmeasured) {
        if (sha.equals(previousSha)) {
            return "where both levels were measured, so the code didn't cause it";
        }
        if (unmeasured == 0) {
            return "";
        }
        String which = unmeasured == 1 ? "the commit" : "one of the " + unmeasured + " commits";
        return "or " + which + " before it that " + (unmeasured == 1 ? "was" : "were") + " not measured, after "
                + CommitView.abbreviated(previousSha);
    }

    /**
     * What is uncertain about its place: commits that were not measured, and runs that are too noisy to tell; empty when it is
     * exact. Where both levels were measured at one commit, that it wasn't the code.
     */
    public static String range(String previousSha, CommitLabel commit, long unmeasured, MovedSeries moved) {
        List<String> sentences = new ArrayList<>();
        String open = unmeasured(previousSha, commit.sha(), unmeasured);
        if (!open.isEmpty()) {
            sentences.add(open);
        }
        if (!moved.earliestSha().equals(moved.latestSha())) {
            sentences.add("with 95 % confidence from " + CommitView.abbreviated(moved.earliestSha()) + " to "
                    + CommitView.abbreviated(moved.latestSha()));
        }
        return String.join("; ", sentences);
    }
}
