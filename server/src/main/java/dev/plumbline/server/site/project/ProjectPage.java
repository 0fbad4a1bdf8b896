package dev.plumbline.server.site.project;

import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionOverview;
import dev.plumbline.server.report.EnvironmentState;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.SparklinePictures;
import dev.plumbline.server.site.projects.FirstUpload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The overview of a project: whether anything is wrong now, in any environment.
 *
 * @param frame what surrounds it
 * @param name the project's name
 * @param url the page's address without its query
 * @param firstUpload how to upload results; empty once there are some
 * @param tone worse if a regression is open, unknown if something didn't arrive
 * @param headline whether anything is wrong
 * @param lately what happened in the last days
 * @param open the open regressions, the largest first
 * @param further how many more are open
 * @param folds what nobody needs to look at now
 * @param environments how the environments are, the latest used first
 * @param alarms what did not arrive
 * @param offers what was most likely renamed: {@code acme.old.* → acme.new.*, 12 benchmarks}
 */
public record ProjectPage(
        PageFrame frame,
        String name,
        String url,
        Optional<FirstUpload> firstUpload,
        Tone tone,
        String headline,
        String lately,
        List<RegressionLine> open,
        long further,
        List<RegressionFold> folds,
        List<EnvironmentCard> environments,
        List<AlarmNote> alarms,
        List<String> offers)
        implements Page {

    /** How many of the open regressions are listed. */
    static final int OPEN = 30;

    /** Of how many of them and in how many environments the history is drawn: a page stays small. */
    static final int DRAWN = 12;

    /** The days that count as lately. */
    static final int DAYS = 7;

    public ProjectPage {
        open = List.copyOf(open);
        folds = List.copyOf(folds);
        environments = List.copyOf(environments);
        alarms = List.copyOf(alarms);
        offers = List.copyOf(offers);
    }

    /** The page of a project that has no runs. */
    static ProjectPage empty(PageFrame frame, Project project, FirstUpload firstUpload) {
        return new ProjectPage(
                frame,
                Printable.line(project.name()),
                new Links(project.slug()).project(),
                Optional.of(firstUpload),
                Tone.NEUTRAL,
                "No run has been uploaded yet.",
                "",
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The page of a project.
     *
     * @param recentRuns how many runs were uploaded in the last days
     * @param alarms what did not arrive
     * @param offers what was most likely renamed
     */
    static ProjectPage of(
            PageFrame frame,
            Project project,
            RegressionOverview regressions,
            List<EnvironmentState> environments,
            long recentRuns,
            List<Alarm> alarms,
            List<RenameOffer> offers,
            ChartRenderer renderer,
            Instant now) {
        Links links = new Links(project.slug());
        Lines lines = new Lines(regressions, environments.size() > 1, links, new SparklinePictures(renderer));
        List<AlarmNote> notes = AlarmNote.of(alarms, links);
        long open = regressions.open().total();
        long suspected = regressions.suspected().total();
        return new ProjectPage(
                frame,
                Printable.line(project.name()),
                links.project(),
                Optional.empty(),
                tone(open, suspected, !environments.isEmpty() && notes.isEmpty()),
                headline(project, open, suspected, environments.isEmpty(), !notes.isEmpty()),
                lately(regressions.lately(), recentRuns),
                lines.open(),
                open - lines.open().size(),
                lines.folds(),
                environments.stream()
                        .map(state -> EnvironmentCard.of(state, links, renderer, now))
                        .toList(),
                notes,
                offers.stream().map(ProjectPage::words).toList());
    }

    private static Tone tone(long open, long suspected, boolean everythingArrived) {
        if (open > 0) {
            return Tone.WORSE;
        }
        return everythingArrived && suspected == 0 ? Tone.BETTER : Tone.UNKNOWN;
    }

    /** What is wrong, or that nothing is: only where nothing is suspected, and everything arrived. */
    static String headline(Project project, long open, long suspected, boolean nothingMeasured, boolean missing) {
        if (open > 0) {
            return Figures.count(open, "open regression");
        }
        if (nothingMeasured) {
            return "No run of the base branch " + Printable.line(project.baseBranch())
                    + " has been uploaded yet, so nothing is known.";
        }
        List<String> but = new ArrayList<>();
        add(but, suspected, "suspicion", suspected == 1 ? " waits for more runs" : " wait for more runs");
        if (missing) {
            but.add("not everything arrived");
        }
        return but.isEmpty() ? "Nothing is wrong" : "No regression is open, but " + String.join(" and ", but);
    }

    private static String lately(RegressionOverview.Lately lately, long runs) {
        List<String> parts = new ArrayList<>();
        parts.add(Figures.count(runs, "run"));
        add(parts, lately.confirmed(), "regression", " confirmed");
        add(parts, lately.fixed(), "regression", " fixed");
        add(parts, lately.suspected(), "suspicion", "");
        add(parts, lately.retracted(), "suspicion", " retracted");
        add(parts, lately.improvements(), "improvement", "");
        return "In the last " + DAYS + " days: " + String.join(", ", parts)
                + (parts.size() == 1 && runs > 0 ? ", and nothing changed." : ".");
    }

    private static void add(List<String> parts, long count, String noun, String words) {
        if (count > 0) {
            parts.add(Figures.count(count, noun) + words);
        }
    }

    private static String words(RenameOffer offer) {
        return Printable.line(offer.pattern().from()) + " → "
                + Printable.line(offer.pattern().to()) + ", "
                + Figures.count(offer.pairs().size(), "benchmark");
    }

    /** Whether there is anything at all to say about environments. */
    public boolean measured() {
        return !environments.isEmpty();
    }

    /** The page of renames and new baselines. */
    public String renamesUrl() {
        return url + "/renames";
    }

    /** The list of open regressions. */
    public String regressionsUrl() {
        return url + "/regressions?state=open";
    }

    @Override
    public String template() {
        return "project.jte";
    }
}
