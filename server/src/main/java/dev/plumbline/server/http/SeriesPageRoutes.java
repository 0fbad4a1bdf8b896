package dev.plumbline.server.http;

import dev.plumbline.analysis.report.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.page.BranchChoices;
import dev.plumbline.server.page.Links;
import dev.plumbline.server.page.PageFrame;
import dev.plumbline.server.page.SeriesPage;
import dev.plumbline.server.page.SeriesPages;
import dev.plumbline.server.page.SeriesTitle;
import dev.plumbline.server.store.Database;
import dev.plumbline.server.store.HistoryChoices;
import dev.plumbline.server.store.HistoryScope;
import dev.plumbline.server.store.Project;
import dev.plumbline.server.store.SeriesContext;
import dev.plumbline.server.store.SeriesContextQueries;
import dev.plumbline.server.store.SeriesHistoryQueries;
import dev.plumbline.server.store.SeriesIdentity;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The page of a series. */
final class SeriesPageRoutes implements Routes {

    /** Stands for the branch of a series that has no point: no branch has this key. */
    private static final long NO_BRANCH = 0;

    private final SeriesContextQueries contexts;
    private final SeriesHistoryQueries histories;
    private final PageReplies replies;
    private final SeriesPages pages;

    SeriesPageRoutes(Database database, PageReplies replies, ChartRenderer renderer) {
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
