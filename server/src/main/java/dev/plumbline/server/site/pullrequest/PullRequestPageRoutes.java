package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.PullRequest;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.report.AcceptedRemovals;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.ReportQueries;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The pages of pull requests. */
public final class PullRequestPageRoutes implements Routes {

    private static final int LAST_PAGE = 100_000;
    private static final long BODY_LIMIT = 1 << 20;

    private final Database database;
    private final PullRequests pullRequests;
    private final ReportQueries queries;
    private final ChangeReports reports;
    private final AcceptedRemovals removals;
    private final Gatekeeper gatekeeper;
    private final PageReplies replies;

    public PullRequestPageRoutes(Database database, Gatekeeper gatekeeper, PageReplies replies) {
        this.database = database;
        this.pullRequests = new PullRequests(database);
        this.queries = new ReportQueries(database);
        this.reports = new ChangeReports(database, URI.create(""));
        this.removals = new AcceptedRemovals(database);
        this.gatekeeper = gatekeeper;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/pull-requests")
                .handler(context -> replies.project(context, access -> list(context, access.project())));
        router.get("/projects/:project/pull-requests/:number")
                .handler(context -> replies.project(context, access -> one(context, access.project())));
        router.post("/projects/:project/pull-requests/:number")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::accept);
    }

    private void accept(RoutingContext context) {
        int number = Math.toIntExact(Math.min(PathKeys.of(context, "number"), Integer.MAX_VALUE));
        String environment = Optional.ofNullable(context.request().getFormAttribute("environment"))
                .orElse("");
        List<String> benchmarks = context.request().formAttributes().getAll("benchmark");
        replies.change(context, Permission.ADMIN, access -> {
            removals.accept(
                            access.project().id(),
                            number,
                            Optional.of(environment),
                            benchmarks,
                            TriageInput.of("", gatekeeper.label(access.caller()), "")
                                    .who())
                    .orElseThrow(() -> PathKeys.missing("pull request"));
            return new Links(access.project().slug()).pullRequest(number);
        });
    }

    private PullRequestsPage list(RoutingContext context, Project project) {
        int page = new Parameters(context.queryParams()).number("page", 1, 1, LAST_PAGE);
        int size = PullRequestsPage.SIZE;
        return PullRequestsPage.of(
                frame(context, project, "Pull requests", false),
                project,
                page,
                PullRequestListing.of(database, project.id(), new PageOf((long) (page - 1) * size, size + 1)));
    }

    private PullRequestPage one(RoutingContext context, Project project) {
        long number = PathKeys.of(context, "number");
        PullRequest pullRequest = pullRequests
                .find(project.id(), Math.toIntExact(Math.min(number, Integer.MAX_VALUE)))
                .orElseThrow(() -> PathKeys.missing("pull request"));
        String head = pullRequest.headSha().orElse("");
        OptionalInt key = OptionalInt.of(pullRequest.number());
        StoredReport stored = queries.load(project.id(), head, key);
        ChangeReport report =
                reports.assembled(project, head, key, pullRequest.baseBranch().orElse(project.baseBranch()), stored);
        return PullRequestPages.page(
                frame(context, project, "#" + pullRequest.number(), true), project, pullRequest, report, stored);
    }

    private PageFrame frame(RoutingContext context, Project project, String title, boolean belowList) {
        Links links = new Links(project.slug());
        List<PageFrame.Crumb> crumbs = new ArrayList<>();
        crumbs.add(new PageFrame.Crumb("Projects", "/"));
        crumbs.add(new PageFrame.Crumb(Printable.line(project.name()), links.project()));
        if (belowList) {
            crumbs.add(new PageFrame.Crumb("Pull requests", links.pullRequests()));
        }
        return replies.frame(context, title + " · " + Printable.line(project.name()), crumbs);
    }
}
