package dev.plumbline.server.site.run;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.report.ReportQueries;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.RunDetailsQueries;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.VerdictFilter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The page of a run. */
public final class RunPageRoutes implements Routes {

    private final RunDetailsQueries queries;
    private final ReportQueries runs;
    private final RegressionQueries regressions;
    private final PageReplies replies;

    public RunPageRoutes(Database database, PageReplies replies) {
        this.queries = new RunDetailsQueries(database);
        this.runs = new ReportQueries(database);
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
        VerdictFilter filter = VerdictFilter.of(query);
        RunDetails run =
                queries.load(project.id(), PathKeys.of(context, "run")).orElseThrow(() -> PathKeys.missing("run"));
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
                runs.missing(project.id(), run.listing().id()),
                regressions.begunBy(project.id(), run.listing().id()),
                filter);
    }
}
