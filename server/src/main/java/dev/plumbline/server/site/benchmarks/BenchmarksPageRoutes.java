package dev.plumbline.server.site.benchmarks;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.catalog.BenchmarkFilter;
import dev.plumbline.server.catalog.BenchmarkListQueries;
import dev.plumbline.server.catalog.BenchmarkPart;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.SparklinePictures;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of benchmarks. */
public final class BenchmarksPageRoutes implements Routes {

    private static final int LAST_PAGE = 100_000;

    private final BenchmarkListQueries benchmarks;
    private final PageReplies replies;
    private final SparklinePictures pictures;

    public BenchmarksPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
        this.benchmarks = new BenchmarkListQueries(database);
        this.replies = replies;
        this.pictures = new SparklinePictures(renderer);
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/benchmarks")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private BenchmarksPage page(RoutingContext context, Project project) {
        Parameters query = new Parameters(context.queryParams());
        List<BenchmarkListQueries.Environment> environments = benchmarks.environments(project);
        String asked = query.text("environment").orElse("");
        Optional<BenchmarkListQueries.Environment> environment = environments.stream()
                .filter(each -> each.label().equals(asked))
                .findFirst()
                .or(() -> environments.stream().findFirst());
        BenchmarkFilter filter = filter(query);
        int page = query.number("page", 1, 1, LAST_PAGE);
        PageOf part = new PageOf((long) (page - 1) * BenchmarksPage.PAGE_SIZE, BenchmarksPage.PAGE_SIZE);
        PageFrame frame = replies.frame(
                context,
                "Benchmarks · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), new Links(project.slug()).project())));
        return BenchmarksPage.of(
                frame,
                project,
                environments,
                environment.map(BenchmarkListQueries.Environment::label).orElse(""),
                filter,
                page,
                environment
                        .map(found -> benchmarks.load(found.scope(), filter, part))
                        .orElseGet(
                                () -> new BenchmarkPart(List.of(), filter.metric(), List.of(), 0, Map.of(), Map.of())),
                pictures);
    }

    /** The filter of an address; a verdict or an order that isn't known is ignored. */
    private static BenchmarkFilter filter(Parameters query) {
        return new BenchmarkFilter(
                query.text("metric").orElse(Metric.SCORE),
                query.text("q").orElse(""),
                query.text("verdict")
                        .filter(word -> word.equals(BenchmarkFilter.WITHOUT_VERDICT)
                                || Outcome.ofLabel(word).isPresent())
                        .orElse(""),
                query.text("sort").flatMap(BenchmarkFilter.Order::ofLabel).orElse(BenchmarkFilter.Order.NAME));
    }
}
