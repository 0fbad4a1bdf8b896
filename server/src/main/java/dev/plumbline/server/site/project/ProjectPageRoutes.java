package dev.plumbline.server.site.project;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryChoiceQueries;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.BranchChoices;
import dev.plumbline.server.site.part.SparklinePictures;
import dev.plumbline.server.site.projects.FirstUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;

/** The overview of a project. */
public final class ProjectPageRoutes implements Routes {

    private static final int LAST_PAGE = 100_000;
    private static final int MOST_ALARMS = 1_000;
    private static final long BODY_LIMIT = 65_536;

    private final ProjectOverviewQueries queries;
    private final HistoryChoiceQueries choiceQueries;
    private final Alarms alarms;
    private final Gatekeeper gatekeeper;
    private final RenameOfferQueries offers;
    private final PageReplies replies;
    private final SparklinePictures pictures;

    public ProjectPageRoutes(Database database, Gatekeeper gatekeeper, PageReplies replies, ChartRenderer renderer) {
        this.queries = new ProjectOverviewQueries(database);
        this.choiceQueries = new HistoryChoiceQueries(database);
        this.alarms = new Alarms(database);
        this.gatekeeper = gatekeeper;
        this.offers = new RenameOfferQueries(database);
        this.replies = replies;
        this.pictures = new SparklinePictures(renderer);
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
        router.post("/projects/:project/alarms")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::accept);
    }

    private void accept(RoutingContext context) {
        List<Long> accepted = context.request().formAttributes().getAll("alarm").stream()
                .map(ProjectPageRoutes::number)
                .flatMap(Optional::stream)
                .toList();
        replies.change(context, Permission.ADMIN, access -> {
            alarms.accept(
                    access.project().id(),
                    accepted,
                    TriageInput.of("", gatekeeper.label(access.caller()), "").who());
            return new Links(access.project().slug()).project();
        });
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private ProjectPage page(RoutingContext context, Project project) {
        ProjectPage.Request request = request(new Parameters(context.queryParams()));
        PageFrame frame =
                replies.frame(context, Printable.line(project.name()), List.of(new PageFrame.Crumb("Projects", "/")));
        HistoryChoices choices = choiceQueries.choices(project, request.environment());
        Optional<HistoryChoices.Environment> environment = choices.environments().stream()
                .filter(candidate -> candidate.label().equals(request.environment()))
                .findFirst()
                .or(() -> choices.environments().stream().findFirst());
        Optional<HistoryChoices.Branch> branch = BranchChoices.chosen(choices.branches(), request.branch());
        if (environment.isEmpty() || branch.isEmpty()) {
            return ProjectPage.empty(
                    frame, project, FirstUpload.of(replies.address(context), project.slug(), project.baseBranch()));
        }
        HistoryScope scope = new HistoryScope(
                project.id(), environment.get().id(), branch.get().id());
        return ProjectPage.of(
                frame,
                project,
                request,
                choices,
                environment.get(),
                branch.get(),
                queries.load(scope, request.metric(), request.search(), request.page()),
                pictures,
                alarms.open(project.id(), MOST_ALARMS),
                offers.offers(project.id()));
    }

    private static ProjectPage.Request request(Parameters query) {
        return new ProjectPage.Request(
                query.text("environment").orElse(""),
                query.text("branch").orElse(""),
                query.text("metric").orElse(Metric.SCORE),
                query.text("q").orElse(""),
                query.number("page", 1, 1, LAST_PAGE));
    }
}
