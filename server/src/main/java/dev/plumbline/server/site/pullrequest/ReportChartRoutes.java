package dev.plumbline.server.site.pullrequest;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestStyle;
import dev.plumbline.charts.picture.Theme;
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
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of comments. A forge's image proxy fetches them without a token. Those of a public project are open to anyone, those of a private one
 * to anyone who has the address with its signature, which is valid for that picture only.
 */
public final class ReportChartRoutes implements Routes {

    private static final Pattern FILE = Pattern.compile("([0-9]{1,18})\\.(svg|png)");
    private static final String A_DAY = "public, max-age=86400";
    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

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
                .instance(
                        context,
                        false,
                        caller -> drawing.draw(context)
                                .with("Cache-Control", A_DAY)
                                .with("Content-Security-Policy", NO_SCRIPT))
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    private Reply forest(RoutingContext context) {
        Matcher file = file(context);
        Project project = project(context, file.group(1));
        StoredReport.Run run = run(project, PathKeys.of(file.group(1), "run"));
        Parameters query = new Parameters(context.queryParams());
        ForestStyle standard = ForestStyle.of(theme(query));
        ForestStyle style = new ForestStyle(
                standard.theme(),
                query.number("width", standard.width(), ForestStyle.LEAST_WIDTH, ForestStyle.GREATEST_WIDTH));
        ForestChart chart = ReportPictures.forest(run);
        return file.group(2).equals("svg")
                ? Reply.tagged("image/svg+xml", Buffer.buffer(renderer.svg(chart, style)))
                : Reply.tagged("image/png", Buffer.buffer(renderer.png(chart, style)));
    }

    private Reply sparkline(RoutingContext context) {
        Matcher file = file(context);
        String runText = PathKeys.text(context, "run");
        Project project = project(context, runText + "/" + file.group(1));
        StoredReport.Run run = run(project, PathKeys.of(runText, "run"));
        long series = PathKeys.of(file.group(1), "series");
        Sparkline picture = ReportPictures.sparkline(run, series, history(project, run, series))
                .orElseThrow(() -> PathKeys.missing("series"));
        SparklineStyle style = SparklineStyle.of(theme(new Parameters(context.queryParams())));
        return file.group(2).equals("svg")
                ? Reply.tagged("image/svg+xml", Buffer.buffer(renderer.svg(picture, style)))
                : Reply.tagged("image/png", Buffer.buffer(renderer.png(picture, style)));
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

    private static Matcher file(RoutingContext context) {
        Matcher file = FILE.matcher(PathKeys.text(context, "file"));
        if (!file.matches()) {
            throw PathKeys.missing("picture");
        }
        return file;
    }

    private static Theme theme(Parameters query) {
        return switch (query.text("theme").orElse("light")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw Parameters.invalid("theme", "takes light or dark");
        };
    }
}
