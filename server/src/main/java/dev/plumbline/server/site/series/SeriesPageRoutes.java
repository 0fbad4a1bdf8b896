package dev.plumbline.server.site.series;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesContextQueries;
import dev.plumbline.server.history.SeriesHistoryQueries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.CommitRange;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.BranchChoices;
import dev.plumbline.server.site.part.SeriesTitle;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The page of a series. */
public final class SeriesPageRoutes implements Routes {

    /** Stands for the branch of a series that has no point: no branch has this key. */
    private static final long NO_BRANCH = 0;

    private final SeriesContextQueries contexts;
    private final SeriesHistoryQueries histories;
    private final PageReplies replies;
    private final SeriesPages pages;

    public SeriesPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
        this.contexts = new SeriesContextQueries(database);
        this.histories = new SeriesHistoryQueries(database);
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
        SeriesContext series =
                contexts.load(project, PathKeys.of(context, "series")).orElseThrow(() -> PathKeys.missing("series"));
        Optional<HistoryChoices.Branch> branch =
                BranchChoices.chosen(series.branches(), query.text("branch").orElse(""));
        HistoryScope scope = new HistoryScope(
                project.id(),
                series.environmentId(),
                branch.map(HistoryChoices.Branch::id).orElse(NO_BRANCH));
        String from = CommitRange.end(query, "from");
        String to = CommitRange.end(query, "to");
        PageFrame frame = replies.frame(
                context,
                SeriesTitle.of(series.series()).line(),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(
                                Printable.line(project.name()),
                                new Links(project.slug()).project(series.environment(), ""))));
        return pages.page(
                frame,
                project,
                series,
                branch,
                from,
                to,
                histories.load(scope, series.series().seriesId(), from, to),
                contexts.histories(
                        scope,
                        series.siblings().stream().map(SeriesIdentity::seriesId).toList()));
    }
}
