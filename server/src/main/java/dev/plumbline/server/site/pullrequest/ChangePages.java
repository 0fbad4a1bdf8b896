package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.MeasuredBranch;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Age;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.VerdictFilter;
import dev.plumbline.server.site.part.VerdictFilterForm;
import dev.plumbline.server.site.pullrequest.ChangePage.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the pages of pull requests and branches. */
final class ChangePages {

    private final PageFrame frame;
    private final Links links;
    private final ShownChange change;
    private final VerdictFilter filter;
    private final boolean mayChange;

    ChangePages(PageFrame frame, Project project, ShownChange change, VerdictFilter filter, boolean mayChange) {
        this.frame = frame;
        this.links = new Links(project.slug());
        this.change = change;
        this.filter = filter;
        this.mayChange = mayChange;
    }

    /** The page of a pull request. */
    ChangePage of(PullRequestListing listing, Instant now) {
        KnownPullRequest pullRequest = listing.pullRequest();
        Map<String, String> query = Map.of("pullRequest", String.valueOf(pullRequest.number()));
        List<Fact> byline = new ArrayList<>();
        byline.add(
                new Fact("state", pullRequest.state().label(), "", frame.forge().pullRequest(pullRequest.number())));
        if (!pullRequest.author().isEmpty()) {
            byline.add(new Fact(
                    "author",
                    "by " + CommitView.author(pullRequest.author()),
                    "",
                    frame.forge().author(pullRequest.author())));
        }
        String from = listing.branch().isEmpty() ? "" : Printable.line(listing.branch()) + " → ";
        byline.add(new Fact(
                "branch",
                from + Printable.line(change.report().baseBranch()),
                "",
                frame.forge().branch(listing.branch())));
        byline.add(commit(change.report().head(), ""));
        byline.add(new Fact("age", "updated " + Age.of(pullRequest.updatedAt(), now), ""));
        return page(
                "Pull request",
                heading(pullRequest.number(), pullRequest.title()),
                byline,
                links.pullRequest(pullRequest.number()),
                links.deliveries() + Links.query(query),
                query);
    }

    /** The page of a branch. */
    ChangePage of(MeasuredBranch branch, Instant now) {
        List<Fact> byline = new ArrayList<>();
        byline.add(commit(branch.sha(), branch.subject()));
        if (!branch.author().isEmpty()) {
            byline.add(new Fact(
                    "author",
                    "by " + CommitView.author(branch.author()),
                    "",
                    frame.forge().author(branch.author())));
        }
        byline.add(new Fact("age", "measured " + Age.of(branch.uploadedAt(), now), ""));
        return page(
                "Branch",
                Printable.line(branch.name()),
                byline,
                links.branch(branch.name()),
                "",
                Map.of("branch", branch.name()));
    }

    private Fact commit(String sha, String subject) {
        String words = (CommitView.abbreviated(sha) + " " + Printable.line(subject)).strip();
        return new Fact(
                "commit",
                words,
                "",
                sha.isEmpty() ? Optional.empty() : frame.forge().commit(sha));
    }

    static String heading(int number, String title) {
        String line = Printable.line(title);
        return "#" + number + (line.isEmpty() ? "" : " " + line);
    }

    private ChangePage page(
            String kind, String heading, List<Fact> byline, String url, String deliveries, Map<String, String> query) {
        ChangeReport report = change.report();
        ChangeStanding standing = ChangeStanding.of(report);
        List<StoredVerdict> verdicts = change.stored().runs().stream()
                .flatMap(run -> run.verdicts().stream())
                .toList();
        String api = "/api/v1" + links.project() + "/report";
        return new ChangePage(
                frame,
                kind,
                heading,
                byline,
                standing.sentence(),
                standing.tone(),
                !report.judged() && !report.environments().isEmpty(),
                ChangeWarnings.of(report),
                standing.check(),
                standing.checkTone(),
                report.decision().reasons(),
                VerdictFilterForm.of(
                        url,
                        filter,
                        verdicts,
                        change.stored().runs().stream()
                                .map(StoredReport.Run::environment)
                                .toList()),
                environments(url),
                url,
                mayChange,
                deliveries,
                api + ".md" + Links.query(query),
                api + Links.query(query));
    }

    private List<Environment> environments(String url) {
        ChangeEnvironments environments = new ChangeEnvironments(links, filter, url);
        List<Environment> shown = new ArrayList<>();
        for (int i = 0; i < change.stored().runs().size(); i++) {
            StoredReport.Run run = change.stored().runs().get(i);
            if (filter.environment().isEmpty() || filter.environment().equals(run.environment())) {
                shown.add(environments.of(
                        change.report().environments().get(i),
                        run,
                        change.renames().getOrDefault(run.environment(), List.of())));
            }
        }
        return shown;
    }
}
