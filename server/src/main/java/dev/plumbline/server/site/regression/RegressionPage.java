package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.Narrowing;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Picture;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regression: what moved, where it may come from, what happened to it, and what can be done.
 *
 * @param frame what surrounds it
 * @param url the page's address
 * @param listUrl the list that it is in
 * @param card what moved most, since which commit
 * @param detector what the detector says, if people say otherwise; empty if not
 * @param retracted whether later runs took it back: then no commit is to blame
 * @param withinOneCommit whether both levels were measured at the same commit: then no commit is to blame either
 * @param suspected what was suspected, where no series shows it any more; else empty
 * @param facts environment, assignee, times: name and value
 * @param moved the series that moved, with their recent history
 * @param further how many more there are
 * @param observed how the observed machine differs from before
 * @param narrowing how to find the commit
 * @param commits the range, newest first
 * @param events what happened to it, latest first
 * @param form what the reader may do; empty for one who may only read
 */
public record RegressionPage(
        PageFrame frame,
        String url,
        String listUrl,
        ChangeCard card,
        String detector,
        boolean retracted,
        boolean withinOneCommit,
        List<String> suspected,
        List<Fact> facts,
        List<MovedRow> moved,
        int further,
        List<String> observed,
        Narrowing narrowing,
        List<RangeRow> commits,
        List<EventRow> events,
        Optional<Form> form)
        implements Page {

    private static final int SHOWN = 12;
    private static final int TREND_WIDTH = 280;
    private static final int TREND_HEIGHT = 56;

    public RegressionPage {
        suspected = List.copyOf(suspected);
        facts = List.copyOf(facts);
        moved = List.copyOf(moved);
        observed = List.copyOf(observed);
        commits = List.copyOf(commits);
        events = List.copyOf(events);
    }

    /** A series that moved, with its recent history. */
    public record MovedRow(ChangeCard.Moved moved, Picture trend) {}

    /**
     * A commit of the range.
     *
     * @param commit the commit
     * @param role what is known about it
     * @param place which one to measure, from 1; 0 for none
     */
    public record RangeRow(CommitView commit, String role, int place) {}

    /** Something that happened. */
    public record EventRow(Moment at, String who, String what, String note) {}

    /**
     * The initial values of the form.
     *
     * @param who the name that was given last
     * @param assignee who it is assigned to
     * @param decided whether there is a decision to withdraw
     */
    public record Form(String who, String assignee, boolean decided) {}

    /** The page of a regression. */
    public static RegressionPage of(
            PageFrame frame,
            Project project,
            RegressionDetails details,
            SparklinePictures pictures,
            Optional<String> signedName) {
        Links links = new Links(project.slug());
        RegressionSummary change = details.change();
        Narrowing narrowing = Narrowing.of(details);
        return new RegressionPage(
                frame,
                links.regression(change.id()),
                links.regressions(),
                ChangeCard.of(change, details.histories(), links, pictures),
                detector(change),
                change.triage().detected() == DetectorState.RETRACTED,
                change.isWithinOneCommit(),
                suspected(details),
                facts(change, links),
                change.series().stream()
                        .limit(SHOWN)
                        .map(series -> new MovedRow(
                                ChangeCard.Moved.of(series, links),
                                pictures.draw(
                                        series.series(),
                                        details.histories()
                                                .getOrDefault(series.series().seriesId(), RecentHistory.empty()),
                                        TREND_WIDTH,
                                        TREND_HEIGHT)))
                        .toList(),
                Math.max(0, change.series().size() - SHOWN),
                change.observed().stream()
                        .map(difference -> Printable.line(
                                difference.field() + ": " + difference.before() + " → " + difference.after()))
                        .toList(),
                narrowing,
                commits(details, narrowing),
                details.events().reversed().stream().map(RegressionPage::event).toList(),
                signedName.map(name -> new Form(name, change.triage().assignee(), isDecided(change))));
    }

    private static boolean isDecided(RegressionSummary change) {
        return switch (change.state()) {
            case ACKNOWLEDGED, EXPECTED, FALSE_ALARM -> true;
            case FIXED -> change.triage().detected() != DetectorState.FIXED;
            case SUSPECTED, CONFIRMED, REOPENED, RETRACTED -> false;
        };
    }

    /** What it was found as, once nothing is left that shows it. */
    private static List<String> suspected(RegressionDetails details) {
        boolean gone =
                details.change().series().isEmpty() && details.change().shift().isEmpty();
        return details.events().stream()
                .filter(event -> gone
                        && event.event() == RegressionEvent.Kind.OPENED
                        && !event.note().isEmpty())
                .map(event -> Printable.line(event.note()))
                .toList();
    }

    /** A decision stands whatever later runs say, but the page mentions what they say. */
    private static String detector(RegressionSummary change) {
        DetectorState says = change.triage().detected();
        if (says.label().equals(change.state().label()) || change.isOpen()) {
            return "";
        }
        return switch (says) {
            case CONFIRMED -> "The detector has confirmed it: later runs agree that the level moved.";
            case SUSPECTED -> "The detector only suspects it: too few runs show it yet.";
            case RETRACTED -> "The detector has retracted it: later runs don't confirm that the level moved.";
            case FIXED -> "The detector found it fixed: the level is back.";
        };
    }

    private static List<Fact> facts(RegressionSummary change, Links links) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("State", change.state().words(), ""));
        facts.add(new Fact(
                "Assigned to",
                change.triage().assignee().isEmpty()
                        ? "nobody"
                        : Printable.line(change.triage().assignee()),
                ""));
        facts.add(
                new Fact("Environment", Printable.line(change.environment()), links.project(change.environment(), "")));
        facts.add(new Fact(
                change.worse() ? "First bad run" : "First better run",
                String.valueOf(change.runId()),
                links.run(change.runId())));
        facts.add(new Fact("Found", Moment.of(change.openedAt()).full(), ""));
        if (change.triage().cameBack()) {
            facts.add(new Fact("Came back", "it was fixed before; this is where it began the last time", ""));
        }
        return facts;
    }

    private static List<RangeRow> commits(RegressionDetails details, Narrowing narrowing) {
        List<RangeRow> rows = new ArrayList<>();
        for (RegressionDetails.RangeCommit commit : details.commits().reversed()) {
            String sha = commit.commit().sha();
            String role = commit.runs() > 0 ? "measured, but not these series" : "not measured";
            if (sha.equals(narrowing.bad())) {
                role = "first at the new level";
            } else if (sha.equals(narrowing.good())) {
                role = "last at the old level";
            }
            rows.add(new RangeRow(
                    CommitView.of(commit.commit()),
                    role,
                    narrowing.measureNext().indexOf(sha) + 1));
        }
        return rows;
    }

    private static EventRow event(RegressionDetails.Happened happened) {
        String what = switch (happened.event()) {
            case ASSIGNED -> happened.note().isEmpty() ? "assigned to nobody" : "assigned";
            case FALSE_ALARM -> "marked as a false alarm";
            case EXPECTED -> "marked as expected";
            case MOVED -> "moved to other commits";
            case OPENED, SUSPECTED, CONFIRMED, RETRACTED, FIXED, REOPENED, ACKNOWLEDGED, NOTED ->
                happened.event().label();
        };
        boolean changes = !happened.from().equals(Optional.of(happened.to()));
        boolean besides =
                changes && !happened.to().label().equals(happened.event().label());
        return new EventRow(
                Moment.of(happened.at()),
                Printable.line(happened.who()),
                besides ? what + ", now " + happened.to().words() : what,
                Printable.line(happened.note()));
    }

    @Override
    public String template() {
        return "regression.jte";
    }
}
