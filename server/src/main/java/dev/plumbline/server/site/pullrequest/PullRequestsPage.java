package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.site.frame.Age;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.frame.Tone;
import java.time.Instant;
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
    public static final int SIZE = 25;

    public PullRequestsPage {
        rows = List.copyOf(rows);
    }

    /**
     * A pull request.
     *
     * @param number {@code #12}
     * @param title its title, may be empty
     * @param url its page
     * @param state whether it can still be merged
     * @param author who opened it, may be empty
     * @param branch the branch that it comes from, may be empty
     * @param updatedAt when the latest news about it arrived
     * @param age how long ago that was
     * @param standing what its newest commit did, and what the check says
     */
    public record Row(
            String number,
            String title,
            String url,
            String state,
            String author,
            String branch,
            Moment updatedAt,
            String age,
            Standing standing) {}

    /** How it stands, in words and tones. */
    public record Standing(String sentence, Tone tone, String check, Tone checkTone) {}

    /**
     * The page.
     *
     * @param page from 1
     * @param listed what is on it, and one more entry if there is another page
     * @param standings how those on it stand, in the same order
     */
    static PullRequestsPage of(
            PageFrame frame,
            Project project,
            int page,
            List<PullRequestListing> listed,
            List<ChangeStanding> standings,
            Instant now) {
        Links links = new Links(project.slug());
        long total = (long) (page - 1) * SIZE + listed.size();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            rows.add(row(listed.get(i), standings.get(i), links, now));
        }
        return new PullRequestsPage(frame, rows, Pager.of(links.pullRequests(), Map.of(), page, SIZE, total));
    }

    private static Row row(PullRequestListing each, ChangeStanding standing, Links links, Instant now) {
        KnownPullRequest pullRequest = each.pullRequest();
        return new Row(
                "#" + pullRequest.number(),
                Printable.line(pullRequest.title()),
                links.pullRequest(pullRequest.number()),
                pullRequest.state().label(),
                CommitView.author(pullRequest.author()),
                Printable.line(each.branch()),
                Moment.of(pullRequest.updatedAt()),
                Age.of(pullRequest.updatedAt(), now),
                new Standing(standing.sentence(), standing.tone(), standing.check(), standing.checkTone()));
    }

    @Override
    public String template() {
        return "pull-requests.jte";
    }
}
