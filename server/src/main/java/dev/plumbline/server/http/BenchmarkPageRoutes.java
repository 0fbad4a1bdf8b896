package dev.plumbline.server.http;

import dev.plumbline.analysis.report.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.page.BenchmarkPage;
import dev.plumbline.server.page.Links;
import dev.plumbline.server.page.PageFrame;
import dev.plumbline.server.page.SeriesTitle;
import dev.plumbline.server.store.BenchmarkFamily;
import dev.plumbline.server.store.BenchmarkFamilyQueries;
import dev.plumbline.server.store.Database;
import dev.plumbline.server.store.HistoryChoices;
import dev.plumbline.server.store.HistoryScope;
import dev.plumbline.server.store.Project;
import dev.plumbline.server.store.HistoryChoiceQueries;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The page of a benchmark. */
final class BenchmarkPageRoutes implements Routes {

    private final HistoryChoiceQueries choiceQueries;
    private final BenchmarkFamilyQueries families;
    private final PageReplies replies;
    private final ChartRenderer renderer;

    BenchmarkPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
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
