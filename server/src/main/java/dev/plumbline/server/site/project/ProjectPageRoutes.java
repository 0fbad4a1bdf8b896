package dev.plumbline.server.site.project;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionOverviewQueries;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.report.EnvironmentStates;
import dev.plumbline.server.report.RunListQueries;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.projects.FirstUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The overview of a project. */
public final class ProjectPageRoutes implements Routes {

    private static final int MOST_ALARMS = 1_000;
    private static final long BODY_LIMIT = 65_536;

    private final RunListQueries runs;
    private final RegressionOverviewQueries regressions;
    private final EnvironmentStates environments;
    private final Alarms alarms;
    private final Gatekeeper gatekeeper;
    private final RenameOfferQueries offers;
    private final PageReplies replies;
    private final ChartRenderer renderer;
    private final InstantSource clock;

    public ProjectPageRoutes(
            Database database,
            Gatekeeper gatekeeper,
            PageReplies replies,
            ChartRenderer renderer,
            InstantSource clock) {
        this.runs = new RunListQueries(database);
        this.regressions = new RegressionOverviewQueries(database);
        this.environments = new EnvironmentStates(database);
        this.alarms = new Alarms(database);
        this.gatekeeper = gatekeeper;
        this.offers = new RenameOfferQueries(database);
        this.replies = replies;
        this.renderer = renderer;
        this.clock = clock;
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
        PageFrame frame =
                replies.frame(context, Printable.line(project.name()), List.of(new PageFrame.Crumb("Projects", "/")));
        if (!runs.any(project.id())) {
            return ProjectPage.empty(
                    frame, project, FirstUpload.of(replies.address(context), project.slug(), project.baseBranch()));
        }
        return page(frame, project);
    }

    /**
     * Makes the overview of a project for nobody, so that the first one who asks for it after a start doesn't wait for classes, plans and
     * compiled code.
     *
     * @return how many bytes it has; 0 if there is nothing to show
     */
    public int warmUp(Project project) {
        return runs.any(project.id())
                ? replies.render(page(replies.frame(project, new Links(project.slug()).project()), project)).length
                : 0;
    }

    private ProjectPage page(PageFrame frame, Project project) {
        Instant now = clock.instant();
        Instant since = now.minus(ProjectPage.DAYS, ChronoUnit.DAYS);
        return ProjectPage.of(
                frame,
                project,
                regressions.load(project.id(), ProjectPage.OPEN, ProjectPage.DRAWN, since),
                environments.of(project, ProjectPage.DRAWN),
                runs.since(project.id(), since),
                alarms.open(project.id(), MOST_ALARMS),
                offers.offers(project.id()),
                renderer,
                now);
    }
}
