package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pull requests of a project.
 *
 * @param frame what surrounds it
 * @param rows latest news first
 * @param pager the navigation through them
 */
public record PullRequestsPage(PageFrame frame, List<Row> rows, Pager pager) implements Page {

    /** Pull requests on one page. */
    public static final int SIZE = 50;

    public PullRequestsPage {
        rows = List.copyOf(rows);
    }

    /** A pull request: its number and title, state, who, when, and what its newest commit did. */
    public record Row(
            String title, String url, String state, String author, Moment updatedAt, Tone tone, String says) {}

    /**
     * The page.
     *
     * @param page from 1
     * @param listed what is on it, and one more entry if there is another page
     */
    public static PullRequestsPage of(PageFrame frame, Project project, int page, List<PullRequestListing> listed) {
        Links links = new Links(project.slug());
        List<PullRequestListing> shown = listed.subList(0, Math.min(SIZE, listed.size()));
        long total = (long) (page - 1) * SIZE + listed.size();
        return new PullRequestsPage(
                frame,
                shown.stream().map(each -> row(each, links)).toList(),
                Pager.of(links.pullRequests(), Map.of(), page, SIZE, total));
    }

    private static Row row(PullRequestListing each, Links links) {
        String title = Printable.line(each.title());
        return new Row(
                "#" + each.number() + (title.isEmpty() ? "" : " " + title),
                links.pullRequest(each.number()),
                each.state().label(),
                Printable.line(each.author()),
                Moment.of(each.updatedAt()),
                tone(each),
                says(each));
    }

    private static Tone tone(PullRequestListing each) {
        if (each.regressed() > 0) {
            return Tone.WORSE;
        }
        if (each.comparisons() == 0 || each.absent() > 0 || each.waiting() > 0) {
            return Tone.UNKNOWN;
        }
        return each.improved() > 0 ? Tone.BETTER : Tone.NEUTRAL;
    }

    private static String says(PullRequestListing each) {
        if (each.runs() == 0) {
            return "newest commit not measured";
        }
        if (each.waiting() == each.runs()) {
            return "waiting to be judged";
        }
        if (each.comparisons() == 0 && each.absent() > 0) {
            return Figures.count(each.absent(), "benchmark") + " missing or failed, so not a pass";
        }
        if (each.comparisons() == 0) {
            return "nothing to compare with, so not a pass";
        }
        List<String> parts = new ArrayList<>();
        if (each.absent() > 0) {
            parts.add(Figures.count(each.absent(), "benchmark") + " missing or failed");
        }
        parts.add(each.regressed() + " of " + Figures.count(each.comparisons(), "comparison") + " worse");
        if (each.improved() > 0) {
            parts.add(each.improved() + " better");
        }
        if (each.inconclusive() > 0) {
            parts.add(each.inconclusive() + " can't be told");
        }
        if (each.waiting() > 0) {
            parts.add(Figures.count(each.waiting(), "run") + " waiting");
        }
        if (each.quarantined()) {
            parts.add("quarantined");
        }
        return String.join(", ", parts);
    }

    @Override
    public String template() {
        return "pull-requests.jte";
    }
}
