package dev.plumbline.server.site.pullrequest;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestStyle;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesContextQueries;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.report.PictureSignature;
import dev.plumbline.server.report.ReportQueries;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.site.part.PictureFile;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of comments. A forge's image proxy fetches them without a token. Those of a public project are open to anyone, those of a private one
 * to anyone who has the address with its signature, which is valid for that picture only.
 */
public final class ReportChartRoutes implements Routes {

    private static final String A_DAY = "public, max-age=86400";

    private final Projects projects;
    private final ReportQueries reports;
    private final SeriesContextQueries contexts;
    private final Admission admission;
    private final ChartRenderer renderer;

    public ReportChartRoutes(Database database, Admission admission, ChartRenderer renderer) {
        this.projects = new Projects(database);
        this.reports = new ReportQueries(database);
        this.contexts = new SeriesContextQueries(database);
        this.admission = admission;
        this.renderer = renderer;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/charts/report/:file").handler(context -> send(context, this::forest));
        router.get("/projects/:project/charts/report/:run/:file").handler(context -> send(context, this::sparkline));
    }

    private interface Drawing {
        Reply draw(RoutingContext context);
    }

    private void send(RoutingContext context, Drawing drawing) {
        admission
                .instance(context, false, caller -> drawing.draw(context).with("Cache-Control", A_DAY))
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    private Reply forest(RoutingContext context) {
        PictureFile file = PictureFile.of(context);
        Project project = project(context, file.number());
        StoredReport.Run run = run(project, PathKeys.of(file.number(), "run"));
        Parameters query = new Parameters(context.queryParams());
        ForestStyle standard = ForestStyle.of(PictureFile.theme(query));
        ForestStyle style = new ForestStyle(
                standard.theme(),
                query.number("width", standard.width(), ForestStyle.LEAST_WIDTH, ForestStyle.GREATEST_WIDTH));
        ForestChart chart = ReportPictures.forest(run);
        return file.reply(() -> renderer.svg(chart, style), () -> renderer.png(chart, style));
    }

    private Reply sparkline(RoutingContext context) {
        PictureFile file = PictureFile.of(context);
        String runText = PathKeys.text(context, "run");
        Project project = project(context, runText + "/" + file.number());
        StoredReport.Run run = run(project, PathKeys.of(runText, "run"));
        long series = PathKeys.of(file.number(), "series");
        Sparkline picture = ReportPictures.sparkline(run, series, history(project, run, series))
                .orElseThrow(() -> PathKeys.missing("series"));
        SparklineStyle style = SparklineStyle.of(PictureFile.theme(new Parameters(context.queryParams())));
        return file.reply(() -> renderer.svg(picture, style), () -> renderer.png(picture, style));
    }

    private RecentHistory history(Project project, StoredReport.Run run, long series) {
        HistoryScope scope = reports.historyBefore(project, run);
        return contexts.histories(scope, List.of(series)).getOrDefault(series, RecentHistory.empty());
    }

    private StoredReport.Run run(Project project, long run) {
        return reports.run(project.id(), run).orElseThrow(() -> PathKeys.missing("run"));
    }

    /** The project, if the picture may be seen; otherwise the answer that a project that doesn't exist would give. */
    private Project project(RoutingContext context, String picture) {
        String slug = PathKeys.text(context, "project");
        String key = new Parameters(context.queryParams()).text("key").orElse("");
        return (Projects.isSlug(slug) ? projects.find(slug) : Optional.<Project>empty())
                .filter(project ->
                        project.isPublic() || PictureSignature.matches(reports.pictureKey(project.id()), picture, key))
                .orElseThrow(
                        () -> new AccessException(
                                AccessException.Reason.UNKNOWN_PROJECT,
                                "There is no such project, or it is private and the address has no valid signature for this picture."));
    }
}
