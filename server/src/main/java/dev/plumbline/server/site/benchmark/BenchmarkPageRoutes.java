package dev.plumbline.server.site.benchmark;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.BenchmarkFamily;
import dev.plumbline.server.history.BenchmarkFamilyQueries;
import dev.plumbline.server.history.HistoryChoiceQueries;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.SeriesTitle;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The page of a benchmark. */
public final class BenchmarkPageRoutes implements Routes {

    private final HistoryChoiceQueries choiceQueries;
    private final BenchmarkFamilyQueries families;
    private final PageReplies replies;
    private final ChartRenderer renderer;

    public BenchmarkPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
        this.choiceQueries = new HistoryChoiceQueries(database);
        this.families = new BenchmarkFamilyQueries(database);
        this.replies = replies;
        this.renderer = renderer;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/benchmarks/:benchmark")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private BenchmarkPage page(RoutingContext context, Project project) {
        long benchmark = PathKeys.of(context, "benchmark");
        String asked = new Parameters(context.queryParams()).text("environment").orElse("");
        HistoryChoices choices = choiceQueries.choices(project, asked);
        HistoryChoices.Environment environment = choices.environments().stream()
                .filter(candidate -> candidate.label().equals(asked))
                .findFirst()
                .or(() -> choices.environments().stream().findFirst())
                .orElseThrow(() -> PathKeys.missing("benchmark"));
        HistoryScope scope = new HistoryScope(
                project.id(), environment.id(), choices.branches().get(0).id());
        BenchmarkFamily family = families.load(scope, benchmark);
        if (family.series().isEmpty()) {
            throw PathKeys.missing("benchmark");
        }
        PageFrame frame = replies.frame(
                context,
                SeriesTitle.of(family.series().get(0)).shortName(),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(
                                Printable.line(project.name()),
                                new Links(project.slug()).project(environment.label(), ""))));
        return BenchmarkPage.of(frame, project, benchmark, choices.environments(), environment, family, renderer);
    }
}
