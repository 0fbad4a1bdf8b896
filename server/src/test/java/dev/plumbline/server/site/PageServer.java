package dev.plumbline.server.site;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.server.WebFront;
import dev.plumbline.server.api.Stores;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.NoiseTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.http.HttpSettings;
import dev.plumbline.server.http.Readiness;
import dev.plumbline.server.http.limit.ConnectionLimits;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.ingest.QuarantineVerification;
import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.judging.Thresholds;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.oidc.OidcVerifier;
import dev.plumbline.server.project.InstanceTokens;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.pullrequest.BoundForges;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import dev.plumbline.server.pullrequest.RangeReader;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.Policies;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.SeriesInRunQueries;
import dev.plumbline.server.report.UploadTables;
import dev.plumbline.server.site.frame.Assets;
import dev.plumbline.server.site.frame.Templates;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server with every route on a free port, on a fresh database with two projects that have a history. */
public final class PageServer implements AutoCloseable {

    private static final int READ_THREADS = 4;

    public final Database database = TestDatabase.open();
    final SampleHistory history = new SampleHistory(database);
    final SampleHistory.Keys keys = history.write("acme", "Acme " + SampleHistory.HOSTILE, true);
    public final SampleHistory.Keys hidden = history.write("hidden", "Hidden", false);
    public final TokenSecret instanceToken = TokenSecret.create(new SecureRandom());
    private final Vertx vertx = Vertx.vertx();
    private final WebFront front;
    private final Router router;
    private final HttpServer server;
    private final RangeReader ranges;

    public PageServer() {
        this(List.of());
    }

    /** With these forges. */
    PageServer(List<ConfiguredForge> forges) {
        Projects projects = new Projects(database);
        projects.create("empty", "Empty", "main", true);
        Tokens tokens = new Tokens(database);
        InstanceTokens instanceTokens = new InstanceTokens(database);
        instanceTokens.create(instanceToken.hash(), "test", Optional.empty());
        Gatekeeper gatekeeper = new Gatekeeper(
                projects,
                tokens,
                instanceTokens,
                new TrustedRepositories(database),
                new OidcVerifier(List.of(), URI.create("http://localhost"), InstantSource.system()),
                InstantSource.system());
        Jobs jobs = new Jobs(database);
        Stores stores = new Stores(
                projects,
                tokens,
                new TrustedRepositories(database),
                new Quarantine(database),
                new CatalogTables(database),
                new PointTables(database),
                new NoiseTables(database),
                new SeriesInRunQueries(database),
                new RunTables(database),
                new UploadTables(database),
                new Ingest(database, ReadLimits.defaults()),
                jobs,
                new Thresholds(database),
                new Deliveries(database),
                new Policies(database),
                new ChangeReports(database, URI.create("http://localhost")));
        front = new WebFront(
                vertx,
                settings(),
                new ConnectionLimits(1_000, 0, System::nanoTime),
                gatekeeper,
                stores,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Readiness(),
                new QuarantineVerification(
                        new BoundForges(new Forges(List.of(), Clock.systemUTC()), new ForgeBindings(database)),
                        new Quarantine(database)),
                () -> {});
        BoundForges bound = new BoundForges(new Forges(forges, Clock.systemUTC()), new ForgeBindings(database));
        ranges = new RangeReader(bound, InstantSource.system(), Duration.ofSeconds(20));
        PageRoutes pages = new PageRoutes(
                Templates.compiled(),
                Assets.load(),
                database,
                front.admission(),
                gatekeeper,
                new Triage(database, new RegressionEvents(List.of())),
                Optional.empty(),
                NotifyHosts.of("hooks.example.com"),
                new LinkedRepositories(database, bound),
                ranges);
        router = front.router(List.of(pages));
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    /** The address of a path on this server. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    /** The paths that GET has a handler for. */
    List<String> routes() {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .filter(route -> route.methods().contains(HttpMethod.GET))
                .map(Route::getPath)
                .distinct()
                .toList();
    }

    private static HttpSettings settings() {
        try {
            return new HttpSettings(
                    false,
                    false,
                    Files.createTempDirectory("uploads"),
                    1_000_000,
                    Duration.ofSeconds(30),
                    0,
                    READ_THREADS,
                    2,
                    200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ranges.close();
        await(server.close());
        await(front.close());
        await(vertx.close());
        database.close();
    }
}
