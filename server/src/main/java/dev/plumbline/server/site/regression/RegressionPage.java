package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.Narrowing;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.regression.surroundings.RegressionSurroundings;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageTheme;
import dev.plumbline.server.site.frame.Preview;
import dev.plumbline.server.site.frame.Tone;
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
 * @param environment the label of its environment
 * @param title what the benchmarks' names have in common, and how many there are
 * @param card what moved most, since which commit
 * @param saved what was just saved; empty if the page wasn't reached by a form
 * @param detector what the detector says, if people say otherwise; empty if not
 * @param retracted whether later runs took it back: then no commit is to blame
 * @param withinOneCommit whether both levels were measured at the same commit: then no commit is to blame either
 * @param suspected what was suspected, where no series shows it any more; else empty
 * @param facts environment, assignee, times: name and value
 * @param chart the worst series; empty if the suite moved as a whole, or nothing moved
 * @param groups the series that moved and those that did not, by metric
 * @param elsewhere what the same series did in other environments
 * @param observed how the observed machine differs from before
 * @param narrowing how to find the commit
 * @param commits the range, newest first
 * @param files the files that differ in the range; empty if the forge doesn't say
 * @param events what happened to it, latest first
 * @param form what the reader may do; empty for one who may only read
 */
public record RegressionPage(
        PageFrame frame,
        String url,
        String listUrl,
        String environment,
        RegressionTitle title,
        ChangeCard card,
        Optional<Saved> saved,
        String detector,
        boolean retracted,
        boolean withinOneCommit,
        List<String> suspected,
        List<Fact> facts,
        Optional<ShiftChart> chart,
        List<MovedGroup> groups,
        List<ElsewhereRow> elsewhere,
        List<String> observed,
        Narrowing narrowing,
        List<RangeRow> commits,
        Optional<FilesView> files,
        List<EventRow> events,
        Optional<Form> form)
        implements Page {

    public RegressionPage {
        suspected = List.copyOf(suspected);
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
        elsewhere = List.copyOf(elsewhere);
        observed = List.copyOf(observed);
        commits = List.copyOf(commits);
        events = List.copyOf(events);
    }

    /**
     * What the same series did in another environment.
     *
     * @param tone whether they moved too
     * @param sentence how many of them
     * @param url the regression there; empty if none moved
     */
    public record ElsewhereRow(String environment, Tone tone, String sentence, String url) {}

    /**
     * What was just saved.
     *
     * @param sentence what holds now
     * @param undo what takes it back; empty if nothing can be taken back
     */
    public record Saved(String sentence, Optional<Undo> undo) {}

    /**
     * The fields of a form that restores what was.
     *
     * @param decision the earlier decision, or that there was none; empty if it wasn't changed
     * @param assignee who it was assigned to
     * @param assigneeBefore who it is assigned to now
     */
    public record Undo(String decision, String assignee, String assigneeBefore) {}

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
     * The values of the form: what holds, or what was typed.
     *
     * @param decision the chosen decision, empty for none
     * @param who the name that was given last
     * @param assignee who it is to be assigned to
     * @param assigneeBefore who it is assigned to
     * @param note what is said about it
     * @param decided whether there is a decision to withdraw
     * @param error what is wrong with what was typed; empty if nothing is
     */
    public record Form(
            String decision,
            String who,
            String assignee,
            String assigneeBefore,
            String note,
            boolean decided,
            String error) {}

    /**
     * The page of a regression.
     *
     * @param files the files that differ in its range
     * @param saved what was just saved
     * @param form the form for one who may decide
     */
    public static RegressionPage of(
            PageFrame frame,
            Project project,
            RegressionDetails details,
            RegressionSurroundings surroundings,
            SparklinePictures pictures,
            Optional<FilesView> files,
            Optional<Saved> saved,
            Optional<Form> form) {
        Links links = new Links(project.slug());
        RegressionSummary change = details.change();
        Narrowing narrowing = Narrowing.of(details);
        return new RegressionPage(
                frame,
                links.regression(change.id()),
                links.regressions(),
                Printable.line(change.environment()),
                RegressionTitle.of(change),
                ChangeCard.of(change, details.histories(), links, pictures),
                saved,
                detector(change),
                change.triage().detected() == DetectorState.RETRACTED,
                change.isWithinOneCommit(),
                suspected(details),
                facts(change, links, frame.forge()),
                chart(change, surroundings, frame.theme(), links),
                MovedGroup.of(change, surroundings, links),
                surroundings.elsewhere().stream()
                        .map(other -> elsewhere(other, change, links))
                        .toList(),
                change.observed().stream()
                        .map(difference -> Printable.line(
                                SuiteReport.name(difference.field()) + ": " + difference.before() + " → " + difference.after()))
                        .toList(),
                narrowing,
                commits(details, narrowing),
                files,
                details.events().reversed().stream().map(RegressionPage::event).toList(),
                form);
    }

    /** The page with a preview. */
    RegressionPage with(Preview preview) {
        return new RegressionPage(
                frame.with(preview),
                url,
                listUrl,
                environment,
                title,
                card,
                saved,
                detector,
                retracted,
                withinOneCommit,
                suspected,
                facts,
                chart,
                groups,
                elsewhere,
                observed,
                narrowing,
                commits,
                files,
                events,
                form);
    }

    /** The worst series around the shift; empty if no series moved by itself. */
    static Optional<ShiftChart> chart(
            RegressionSummary change, RegressionSurroundings surroundings, PageTheme theme, Links links) {
        return change.series().stream()
                .findFirst()
                .map(worst -> ShiftChart.of(worst, surroundings.chartFrom(), theme, links));
    }

    private static ElsewhereRow elsewhere(
            RegressionSurroundings.Elsewhere other, RegressionSummary change, Links links) {
        String verb = change.worse() ? "got worse" : "got better";
        return new ElsewhereRow(
                Printable.line(other.environment()),
                other.moved() > 0 ? Tone.ofWorse(change.worse()) : Tone.NEUTRAL,
                other.moved() == 0
                        ? "none of " + other.series() + " measured there " + verb
                        : other.moved() + " of " + other.series() + " measured there " + verb + " too",
                other.regression().isPresent()
                        ? links.regression(other.regression().getAsLong())
                        : "");
    }

    /** What there is to withdraw or to restore: the decision in force, or {@code open}. */
    static String decision(RegressionSummary change) {
        return isDecided(change) ? change.state().label() : "open";
    }

    static boolean isDecided(RegressionSummary change) {
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

    private static List<Fact> facts(RegressionSummary change, Links links, ForgeLinks forge) {
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
        forge.range(change.previousSha(), change.commit().sha())
                .filter(range -> change.triage().detected() != DetectorState.RETRACTED)
                .ifPresent(range -> facts.add(new Fact(
                        "Commits",
                        CommitView.abbreviated(change.previousSha()) + " … "
                                + CommitView.abbreviated(change.commit().sha()),
                        "#range",
                        Optional.of(range))));
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
                besides
                        ? what
                                + (happened.event() == RegressionEvent.Kind.OPENED ? " as " : ", now ")
                                + happened.to().words()
                        : what,
                Printable.line(happened.note()));
    }

    @Override
    public String template() {
        return "regression.jte";
    }
}
