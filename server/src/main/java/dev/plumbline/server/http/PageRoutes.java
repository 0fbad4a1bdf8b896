package dev.plumbline.server.http;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.notify.NotifyHosts;
import dev.plumbline.server.page.Assets;
import dev.plumbline.server.page.Templates;
import dev.plumbline.server.store.Database;
import dev.plumbline.server.store.Triage;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Everything that people look at: pages, pictures, and the files that pages refer to. */
public final class PageRoutes implements Routes {

    private final List<Routes> routes;

    /**
     * The pages' routes. Mount them after all others: the last one answers whatever no route is there for.
     *
     * @param triage what people do with regressions
     * @param publicUrl the address that people use; empty: the one that the request was sent to
     * @param hosts where messages may be sent to
     */
    public PageRoutes(
            Database database,
            Admission admission,
            Gatekeeper gatekeeper,
            Triage triage,
            Optional<URI> publicUrl,
            NotifyHosts hosts) {
        Assets assets = Assets.load();
        ChartRenderer renderer = new ChartRenderer();
        PageReplies replies = new PageReplies(new Templates(), assets, admission, publicUrl);
        routes = List.of(
                new AssetRoutes(assets),
                new ProjectsPageRoutes(database, replies),
                new ProjectPageRoutes(database, replies, renderer),
                new SeriesPageRoutes(database, replies, renderer),
                new BenchmarkPageRoutes(database, replies, renderer),
                new RunPageRoutes(database, replies),
                new PullRequestPageRoutes(database, replies),
                new NotificationPageRoutes(database, hosts, replies),
                new FeedRoutes(database, admission, replies),
                new DeliveryPageRoutes(database, replies),
                new RegressionPageRoutes(database, triage, gatekeeper, replies, renderer),
                new ChartRoutes(database, admission, renderer),
                new ReportChartRoutes(database, admission, renderer),
                new SignInRoutes(replies, admission, gatekeeper),
                new MissingPageRoutes(replies));
    }

    @Override
    public void mount(Router router) {
        routes.forEach(feature -> feature.mount(router));
    }
}
