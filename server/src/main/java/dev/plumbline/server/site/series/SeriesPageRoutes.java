package dev.plumbline.server.site.series;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.SeriesIdentity;
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

/** The page of a series. */
public final class SeriesPageRoutes implements Routes {

    private static final int MOST_PAGES = 1_000_000;

    private final SeriesViews views;
    private final PageReplies replies;
    private final SeriesPages pages;

    public SeriesPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
        this.views = new SeriesViews(database);
        this.replies = replies;
        this.pages = new SeriesPages(renderer);
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/series/:series")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private SeriesPage page(RoutingContext context, Project project) {
        Parameters query = new Parameters(context.queryParams());
        SeriesView view = views.load(project, PathKeys.of(context, "series"), query);
        PageFrame frame = replies.frame(
                context,
                SeriesTitle.of(view.series()).line(),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(
                                Printable.line(project.name()),
                                new Links(project.slug()).project(view.context().environment(), ""))));
        List<Long> siblings =
                view.context().siblings().stream().map(SeriesIdentity::seriesId).toList();
        return pages.page(
                frame, project, view, views.recent(view.scope(), siblings), query.number("page", 1, 1, MOST_PAGES));
    }
}
