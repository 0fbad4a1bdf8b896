package dev.plumbline.server.http;

import dev.plumbline.analysis.report.Printable;
import dev.plumbline.server.page.Links;
import dev.plumbline.server.page.PageFrame;
import dev.plumbline.server.page.RunPage;
import dev.plumbline.server.page.RunPages;
import dev.plumbline.server.store.Database;
import dev.plumbline.server.store.Project;
import dev.plumbline.server.store.RegressionQueries;
import dev.plumbline.server.store.RunDetails;
import dev.plumbline.server.store.RunDetailsQueries;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** The page of a run. */
final class RunPageRoutes implements Routes {

    private static final Set<String> OUTCOMES = Set.of("regressed", "improved", "unchanged", "inconclusive");
    private static final int LAST_PAGE = 100_000;

    private final RunDetailsQueries queries;
    private final RegressionQueries regressions;
    private final PageReplies replies;

    RunPageRoutes(Database database, PageReplies replies) {
        this.queries = new RunDetailsQueries(database);
        this.regressions = new RegressionQueries(database);
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/runs/:run")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private RunPage page(RoutingContext context, Project project) {
        Parameters query = new Parameters(context.queryParams());
        String outcome = query.text("outcome").filter(OUTCOMES::contains).orElse("");
        int page = query.number("page", 1, 1, LAST_PAGE);
        RunDetails run = queries.load(project.id(), PathKeys.of(context, "run"), outcome, page)
                .orElseThrow(() -> PathKeys.missing("run"));
        PageFrame frame = replies.frame(
                context,
                "Run " + run.listing().id() + " · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(
                                Printable.line(project.name()),
                                new Links(project.slug()).project(run.listing().environment(), ""))));
        return RunPages.page(
                frame,
                project,
                run,
                regressions.begunBy(project.id(), run.listing().id()),
                outcome,
                page);
    }
}
