package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.MeasuredBranch;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.rename.Renames;
import dev.plumbline.server.report.AcceptedRemovals;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.ReportQueries;
import dev.plumbline.server.report.ReportScope;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.VerdictFilter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of pull requests, and of branches without one. */
public final class PullRequestPageRoutes implements Routes {

    private static final int LAST_PAGE = 100_000;
    private static final long BODY_LIMIT = 1 << 20;
    private static final String BRANCHES = "/projects/:project/branches/*";

    private final Database database;
    private final PullRequests pullRequests;
    private final ReportQueries queries;
    private final ChangeReports reports;
    private final AcceptedRemovals removals;
    private final ChangeStandings standings;
    private final Renames renames;
    private final RenameOfferQueries offers;
    private final Gatekeeper gatekeeper;
    private final PageReplies replies;

    public PullRequestPageRoutes(Database database, Gatekeeper gatekeeper, PageReplies replies) {
        this.database = database;
        this.pullRequests = new PullRequests(database);
        this.queries = new ReportQueries(database);
        this.reports = new ChangeReports(database, URI.create(""));
        this.removals = new AcceptedRemovals(database);
        this.standings = new ChangeStandings(database, reports);
        this.renames = new Renames(database);
        this.offers = new RenameOfferQueries(database);
        this.gatekeeper = gatekeeper;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/pull-requests")
                .handler(context -> replies.project(context, access -> list(context, access.project())));
        router.get("/projects/:project/pull-requests/:number")
                .handler(context -> replies.project(context, access -> one(context, access)));
        router.post("/projects/:project/pull-requests/:number")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::accept);
        router.get(BRANCHES).handler(context -> replies.project(context, access -> onBranch(context, access)));
        router.post(BRANCHES)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::acceptOnBranch);
    }

    private void accept(RoutingContext context) {
        int number = number(context);
        replies.change(context, Permission.ADMIN, access -> {
            KnownPullRequest pullRequest = find(access.project(), number);
            if (field(context, "from").isEmpty()) {
                removals.accept(
                                access.project().id(),
                                number,
                                Optional.of(field(context, "environment")),
                                context.request().formAttributes().getAll("benchmark"),
                                who(access))
                        .orElseThrow(() -> PathKeys.missing("pull request"));
            } else {
                rename(context, access, shown(access.project(), pullRequest));
            }
            return new Links(access.project().slug()).pullRequest(number);
        });
    }

    private void acceptOnBranch(RoutingContext context) {
        String name = PathKeys.rest(context);
        replies.change(context, Permission.ADMIN, access -> {
            rename(context, access, shown(access.project(), branch(access.project(), name)));
            return new Links(access.project().slug()).branch(name);
        });
    }

    /** Joins what is offered on the page, and nothing else that the pattern may match. */
    private void rename(RoutingContext context, Access access, ShownChange change) {
        String from = field(context, "from");
        String to = field(context, "to");
        Set<RenamePair> offered = change.renames().values().stream()
                .flatMap(List::stream)
                .filter(offer -> offer.pattern().from().equals(from)
                        && offer.pattern().to().equals(to))
                .flatMap(offer -> offer.pairs().stream())
                .collect(Collectors.toSet());
        if (offered.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.INVALID_RENAME,
                    "This rename is no longer offered here: the page shows what is. Other renames are accepted on the page Renames and new baselines.");
        }
        renames.accept(access.project().id(), new RenamePattern(from, to), who(access), offered);
    }

    private String who(Access access) {
        return TriageInput.of("", gatekeeper.label(access.caller()), "").who();
    }

    private static String field(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("");
    }

    private PullRequestsPage list(RoutingContext context, Project project) {
        int page = new Parameters(context.queryParams()).number("page", 1, 1, LAST_PAGE);
        int size = PullRequestsPage.SIZE;
        List<PullRequestListing> listed =
                PullRequestListing.of(database, project.id(), new PageOf((long) (page - 1) * size, size + 1));
        return PullRequestsPage.of(
                frame(context, project, "Pull requests", false),
                project,
                page,
                listed,
                standings.of(project, listed.subList(0, Math.min(size, listed.size()))),
                Instant.now());
    }

    private ChangePage one(RoutingContext context, Access access) {
        Project project = access.project();
        KnownPullRequest pullRequest = find(project, number(context));
        return pages(context, access, "#" + pullRequest.number(), shown(project, pullRequest))
                .of(PullRequestListing.of(database, project.id(), pullRequest), Instant.now());
    }

    private ChangePage onBranch(RoutingContext context, Access access) {
        Project project = access.project();
        MeasuredBranch branch = branch(project, PathKeys.rest(context));
        return pages(context, access, branch.name(), shown(project, branch)).of(branch, Instant.now());
    }

    private ChangePages pages(RoutingContext context, Access access, String title, ShownChange change) {
        return new ChangePages(
                frame(context, access.project(), title, true),
                access.project(),
                change,
                VerdictFilter.of(new Parameters(context.queryParams())),
                access.caller().may(Permission.ADMIN));
    }

    private static int number(RoutingContext context) {
        return Math.toIntExact(Math.min(PathKeys.of(context, "number"), Integer.MAX_VALUE));
    }

    private KnownPullRequest find(Project project, int number) {
        return pullRequests.find(project.id(), number).orElseThrow(() -> PathKeys.missing("pull request"));
    }

    private MeasuredBranch branch(Project project, String name) {
        return MeasuredBranch.find(database, project.id(), name)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "This project has no branch '" + Printable.line(name)
                                + "' that was measured without a pull request."));
    }

    private ShownChange shown(Project project, KnownPullRequest pullRequest) {
        return shown(
                project,
                pullRequest.headSha().orElse(""),
                ReportScope.ofPullRequest(pullRequest.number()),
                pullRequest.baseBranch().orElse(project.baseBranch()));
    }

    private ShownChange shown(Project project, MeasuredBranch branch) {
        return shown(project, branch.sha(), ReportScope.ofBranch(branch.name()), project.baseBranch());
    }

    private ShownChange shown(Project project, String head, ReportScope scope, String baseBranch) {
        StoredReport stored = queries.load(project.id(), head, scope);
        return ShownChange.of(
                reports.assembled(project, head, scope, baseBranch, stored), stored, offers, project.id());
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
