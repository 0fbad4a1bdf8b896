package dev.plumbline.server.site.series;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import dev.plumbline.server.site.part.PictureFile;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trend charts and sparklines as separate pictures, for comments, READMEs and other pages. */
public final class ChartRoutes implements Routes {

    private static final String A_MINUTE = "max-age=60";
    private static final Pattern TIPS = Pattern.compile("([0-9]{1,18})\\.json");

    private final SeriesViews views;
    private final Admission admission;
    private final ChartRenderer renderer;
    private final LinkedRepositories repositories;

    /**
     * The routes.
     *
     * @param repositories the repositories that tooltips lead to
     */
    public ChartRoutes(
            Database database, Admission admission, ChartRenderer renderer, LinkedRepositories repositories) {
        this.views = new SeriesViews(database);
        this.admission = admission;
        this.renderer = renderer;
        this.repositories = repositories;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/charts/series/:file").handler(context -> send(context, this::trend));
        router.get("/projects/:project/charts/tips/:file").handler(context -> send(context, this::tips));
        router.get("/projects/:project/charts/sparkline/:file").handler(context -> send(context, this::sparkline));
    }

    private interface Drawing {
        Reply draw(RoutingContext context, Project project);
    }

    private void send(RoutingContext context, Drawing drawing) {
        admission
                .project(
                        context,
                        Permission.READ,
                        access -> drawing.draw(context, access.project())
                                .with(
                                        "Cache-Control",
                                        (access.project().isPublic() ? "public, " : "private, ") + A_MINUTE))
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    private Reply trend(RoutingContext context, Project project) {
        PictureFile file = PictureFile.of(context);
        Parameters query = new Parameters(context.queryParams());
        SeriesView view = views.load(project, PathKeys.of(file.number(), "series"), query);
        TrendChart chart = SeriesTrend.chart(SeriesTitle.of(view.series()).line(), view);
        ChartStyle standard = ChartStyle.of(PictureFile.theme(query));
        ChartStyle style = new ChartStyle(
                standard.theme(),
                query.number("width", standard.width(), ChartStyle.LEAST_WIDTH, ChartStyle.GREATEST_WIDTH),
                query.number("height", standard.height(), ChartStyle.LEAST_HEIGHT, ChartStyle.GREATEST_HEIGHT));
        return file.reply(() -> renderer.svg(chart, style), () -> renderer.png(chart, style));
    }

    private Reply tips(RoutingContext context, Project project) {
        Matcher file = TIPS.matcher(PathKeys.text(context, "file"));
        if (!file.matches()) {
            throw PathKeys.missing("tooltips");
        }
        SeriesView view =
                views.load(project, PathKeys.of(file.group(1), "series"), new Parameters(context.queryParams()));
        return Reply.json(SeriesTips.of(view, new Links(project.slug()), repositories.of(project)));
    }

    private Reply sparkline(RoutingContext context, Project project) {
        PictureFile file = PictureFile.of(context);
        Parameters query = new Parameters(context.queryParams());
        SeriesView view = views.load(project, PathKeys.of(file.number(), "series"), query);
        long key = view.series().seriesId();
        RecentHistory history = views.recent(view.scope(), List.of(key)).getOrDefault(key, RecentHistory.empty());
        Sparkline picture = SparklinePictures.sparkline(view.series(), history);
        SparklineStyle standard = SparklineStyle.of(PictureFile.theme(query));
        SparklineStyle style = new SparklineStyle(
                standard.theme(),
                query.number("width", standard.width(), SparklineStyle.LEAST_WIDTH, SparklineStyle.GREATEST_WIDTH),
                query.number("height", standard.height(), SparklineStyle.LEAST_HEIGHT, SparklineStyle.GREATEST_HEIGHT));
        return file.reply(() -> renderer.svg(picture, style), () -> renderer.png(picture, style));
    }
}
