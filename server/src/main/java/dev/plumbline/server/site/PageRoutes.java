package dev.plumbline.server.site;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import dev.plumbline.server.pullrequest.RangeReader;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.site.benchmark.BenchmarkPageRoutes;
import dev.plumbline.server.site.benchmarks.BenchmarksPageRoutes;
import dev.plumbline.server.site.delivery.DeliveryPageRoutes;
import dev.plumbline.server.site.frame.AssetRoutes;
import dev.plumbline.server.site.frame.Assets;
import dev.plumbline.server.site.frame.MissingPageRoutes;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.frame.Templates;
import dev.plumbline.server.site.notification.FeedRoutes;
import dev.plumbline.server.site.notification.NotificationPageRoutes;
import dev.plumbline.server.site.project.ProjectPageRoutes;
import dev.plumbline.server.site.projects.ProjectListQueries;
import dev.plumbline.server.site.projects.ProjectsPageRoutes;
import dev.plumbline.server.site.pullrequest.PullRequestPageRoutes;
import dev.plumbline.server.site.pullrequest.ReportChartRoutes;
import dev.plumbline.server.site.regression.RegressionListRoutes;
import dev.plumbline.server.site.regression.RegressionPageRoutes;
import dev.plumbline.server.site.renames.RenamesPageRoutes;
import dev.plumbline.server.site.run.RunPageRoutes;
import dev.plumbline.server.site.runs.RunsPageRoutes;
import dev.plumbline.server.site.series.ChartRoutes;
import dev.plumbline.server.site.series.SeriesPageRoutes;
import dev.plumbline.server.site.settings.SettingsPageRoutes;
import dev.plumbline.server.site.signin.SignInRoutes;
import dev.plumbline.server.site.upload.UploadPageRoutes;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that people look at: pages, pictures, and the files that pages refer to. */
public final class PageRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(PageRoutes.class);

    private final List<Routes> routes;
    private final ProjectListQueries projects;
    private final ProjectPageRoutes overview;

    /**
     * The pages' routes. Mount them after all others: the last one answers every address that has no route.
     *
     * @param templates what pages are rendered by
     * @param assets the files that pages refer to
     * @param triage what people do with regressions
     * @param publicUrl the address that people use; empty: the one that the request was sent to
     * @param hosts where messages may be sent to
     * @param repositories the repositories that commits are linked to
     * @param ranges which files differ in a range of commits
     */
    public PageRoutes(
            Templates templates,
            Assets assets,
            Database database,
            Admission admission,
            Gatekeeper gatekeeper,
            Triage triage,
            Optional<URI> publicUrl,
            NotifyHosts hosts,
            LinkedRepositories repositories,
            RangeReader ranges) {
        ChartRenderer renderer = new ChartRenderer();
        PageReplies replies = new PageReplies(templates, assets, admission, publicUrl, repositories);
        projects = new ProjectListQueries(database);
        overview = new ProjectPageRoutes(database, gatekeeper, replies, renderer, InstantSource.system());
        routes = List.of(
                new AssetRoutes(assets),
                new ProjectsPageRoutes(database, replies),
                overview,
                new RunsPageRoutes(database, replies, InstantSource.system()),
                new BenchmarksPageRoutes(database, replies, renderer),
                new SettingsPageRoutes(database, replies, InstantSource.system()),
                new SeriesPageRoutes(database, replies, renderer),
                new BenchmarkPageRoutes(database, replies, renderer),
                new RunPageRoutes(database, replies),
                new UploadPageRoutes(database, replies),
                new PullRequestPageRoutes(database, gatekeeper, replies),
                new NotificationPageRoutes(database, hosts, replies),
                new FeedRoutes(database, admission, replies),
                new DeliveryPageRoutes(database, replies),
                new RenamesPageRoutes(database, triage, gatekeeper, replies),
                new RegressionListRoutes(database, triage, gatekeeper, replies, renderer),
                new RegressionPageRoutes(database, triage, gatekeeper, ranges, replies, renderer),
                new ChartRoutes(database, admission, renderer, repositories),
                new ReportChartRoutes(database, admission, renderer),
                new SignInRoutes(replies, admission, gatekeeper),
                new MissingPageRoutes(replies));
    }

    /**
     * Makes the pages that people ask for first, once, for nobody: the overview of the project with the newest run. Blocks for as long as the
     * first request would; what goes wrong is left to be said when somebody asks.
     */
    public void warmUp() {
        try {
            projects.all().stream()
                    .limit(1)
                    .map(ProjectListQueries.Listing::project)
                    .forEach(overview::warmUp);
        } catch (RuntimeException failed) {
            LOG.debug("The first page can't be made yet", failed);
        }
    }

    @Override
    public void mount(Router router) {
        routes.forEach(feature -> feature.mount(router));
    }
}
