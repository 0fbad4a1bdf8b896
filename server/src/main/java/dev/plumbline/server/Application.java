package dev.plumbline.server;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.migrations.Schema;
import dev.plumbline.server.api.BaselineMarkRoutes;
import dev.plumbline.server.api.DeliveryRoutes;
import dev.plumbline.server.api.ForgeRoutes;
import dev.plumbline.server.api.NotificationApi;
import dev.plumbline.server.api.RegressionRoutes;
import dev.plumbline.server.api.RemovalRoutes;
import dev.plumbline.server.api.RenameRoutes;
import dev.plumbline.server.api.Stores;
import dev.plumbline.server.api.WebhookRoutes;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.baseline.BaselineMarks;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.NoiseTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.http.HttpService;
import dev.plumbline.server.http.HttpSettings;
import dev.plumbline.server.http.Readiness;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.ingest.QuarantineVerification;
import dev.plumbline.server.judging.Judging;
import dev.plumbline.server.judging.RunJudging;
import dev.plumbline.server.judging.Thresholds;
import dev.plumbline.server.notification.NotificationHandler;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.notification.thread.RegressionNotifier;
import dev.plumbline.server.notification.watchdog.MissingFromBaseBranch;
import dev.plumbline.server.notification.watchdog.Watchdog;
import dev.plumbline.server.notification.watchdog.WatchdogWorker;
import dev.plumbline.server.oidc.OidcVerifier;
import dev.plumbline.server.project.InstanceTokens;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.pullrequest.BoundForges;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.pullrequest.RangeReader;
import dev.plumbline.server.pullrequest.WebhookEvents;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.DeliveryLog;
import dev.plumbline.server.queue.DeliveryWorkers;
import dev.plumbline.server.queue.JobSignals;
import dev.plumbline.server.queue.JobWorkers;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGrouping;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionTables;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.rename.Renames;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.Policies;
import dev.plumbline.server.report.PullRequestDelivery;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.SeriesInRunQueries;
import dev.plumbline.server.report.UploadTables;
import dev.plumbline.server.site.PageRoutes;
import dev.plumbline.server.site.WarmUp;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server: everything it is built from, in the order in which it starts. It stops in the opposite order. */
final class Application implements AutoCloseable {

    private static final long STOP_SECONDS = 60;

    /** They wait for other services most of the time. */
    private static final int DELIVERY_THREADS = 4;

    private final Settings settings;
    private final ClosingStack closing;
    private final int port;
    private final Stores stores;
    private final JobWorkers workers;
    private final Optional<TokenSecret> firstToken;
    private final Router router;

    private Application(
            Settings settings,
            ClosingStack closing,
            int port,
            Stores stores,
            JobWorkers workers,
            Optional<TokenSecret> firstToken,
            Router router) {
        this.settings = settings;
        this.closing = closing;
        this.port = port;
        this.stores = stores;
        this.workers = workers;
        this.firstToken = firstToken;
        this.router = router;
    }

    /** Starts a server; returns when it is ready. If the start fails, whatever was already started is stopped again. */
    static Application start(Settings settings) {
        return start(settings, Looks.built());
    }

    /** Starts a server whose pages look as given. */
    static Application start(Settings settings, Looks looks) {
        ClosingStack closing = new ClosingStack();
        try {
            return start(settings, looks, closing);
        } catch (Throwable e) {
            try {
                closing.close();
            } catch (RuntimeException whileClosing) {
                e.addSuppressed(whileClosing);
            }
            throw e;
        }
    }

    private static Application start(Settings settings, Looks looks, ClosingStack closing) {
        Forges forges = Forges.read(settings.forges(), Clock.systemUTC());
        closing.push("the connections to forges", forges);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        closing.push("the metrics", meters::close);
        closing.push("the system's metrics", SystemMeters.bind(meters));

        // The port first: if another server uses it, that is noticed before a database is started.
        Vertx vertx = EventLoops.create(meters);
        closing.push("the event loops", () -> await(vertx.close(), settings));
        Readiness readiness = new Readiness();
        HttpService http = new HttpService(vertx, readiness, meters);
        int port = await(http.listen(settings.host(), settings.port(), EventLoops.COUNT), settings);

        Database database = Databases.open(settings, meters, closing);
        Schema.migrate(database.dataSource());
        InstanceTokens instanceTokens = new InstanceTokens(database);
        Stores stores = new Stores(
                new Projects(database),
                new Tokens(database),
                new TrustedRepositories(database),
                new Quarantine(database),
                new CatalogTables(database),
                new PointTables(database),
                new NoiseTables(database),
                new SeriesInRunQueries(database),
                new RunTables(database),
                new UploadTables(database),
                new Ingest(database, readLimits(settings.limits())),
                new Jobs(database),
                new Thresholds(database),
                new Deliveries(database),
                new Policies(database),
                new ChangeReports(database, settings.address(port)));

        PoolShares shares = PoolShares.of(settings.poolSize());
        RunJudging judging = new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults());
        RegressionEvents regressionEvents = new RegressionEvents(List.of(new RegressionNotifier()));
        JobWorkers workers = new JobWorkers(
                stores.jobs(),
                new JobSignals(database),
                new Judging(
                        database,
                        judging,
                        new RegressionGrouping(),
                        regressionEvents,
                        List.of(new MissingFromBaseBranch())),
                meters);
        workers.start(shares.jobs());
        closing.push("the current job", workers);
        ForgeBindings bindings = new ForgeBindings(database);
        BoundForges bound = new BoundForges(forges, bindings);
        LinkedRepositories repositories = new LinkedRepositories(database, bound);
        RangeReader ranges = new RangeReader(bound, InstantSource.system(), RangeReader.PATIENCE);
        closing.push("the questions to forges", ranges);
        NotificationHandler notifications = new NotificationHandler(
                new NotificationThreads(database),
                settings.address(port),
                settings.notifications().hosts(),
                settings.notifications().mail(),
                repositories::of,
                bound::connect);
        QuarantineVerification quarantine = new QuarantineVerification(bound, stores.quarantine());
        PullRequestDelivery pullRequests = new PullRequestDelivery(
                bound, stores.projects(), new PullRequests(database), stores.reports(), stores.policies());
        DeliveryWorkers deliveries =
                new DeliveryWorkers(stores.deliveries(), List.of(pullRequests, notifications, quarantine), meters);
        deliveries.start(DELIVERY_THREADS);
        closing.push("the current deliveries", deliveries);
        WatchdogWorker watchdog = new WatchdogWorker(new Watchdog(database));
        watchdog.start();
        closing.push("the watchdog", watchdog);

        UploadFolder uploads = UploadFolder.below(settings.data());
        closing.push("the folder for uploads", uploads);
        OidcVerifier verifier =
                new OidcVerifier(settings.oidcIssuers(), settings.address(port), InstantSource.system());
        closing.push("the requests to issuers", verifier);
        Gatekeeper gatekeeper = new Gatekeeper(
                stores.projects(), stores.tokens(), instanceTokens, stores.trust(), verifier, InstantSource.system());
        WebFront front = new WebFront(
                vertx,
                httpSettings(settings, shares, uploads),
                gatekeeper,
                stores,
                meters,
                readiness,
                quarantine,
                workers::wake);
        closing.push("the worker pools", () -> await(front.close(), settings));
        Optional<TokenSecret> firstToken = FirstToken.create(instanceTokens);
        Triage triage = new Triage(database, regressionEvents);
        PageRoutes pages = new PageRoutes(
                looks.templates(),
                looks.assets(),
                database,
                front.admission(),
                gatekeeper,
                triage,
                settings.publicUrl(),
                settings.notifications().hosts(),
                repositories,
                ranges);
        Router router = front.router(List.of(
                new CollectorRoutes(vertx, CollectorJar.find()),
                new RegressionRoutes(
                        front.admission(),
                        gatekeeper,
                        new RegressionTables(database),
                        new RegressionQueries(database),
                        triage,
                        repositories),
                new RemovalRoutes(database, front.admission(), gatekeeper),
                new RenameRoutes(
                        front.admission(),
                        gatekeeper,
                        new Renames(database),
                        new RenameOfferQueries(database),
                        workers::wake),
                new BaselineMarkRoutes(
                        front.admission(), gatekeeper, new BaselineMarks(database, triage), workers::wake),
                new ForgeRoutes(front.admission(), forges, bindings),
                new WebhookRoutes(
                        front.admission(),
                        forges,
                        bindings,
                        new WebhookEvents(database),
                        workers::wake,
                        deliveries::wake,
                        InstantSource.system()),
                new DeliveryRoutes(front.admission(), stores.deliveries(), new DeliveryLog(database), deliveries::wake),
                new NotificationApi(
                        database, front.admission(), settings.notifications().hosts()),
                pages));
        http.open(router);
        WarmUp warmUp = WarmUp.start(pages::warmUp);
        closing.push("the first page", warmUp);
        closing.push("the current requests", () -> await(http.shutdown(settings.shutdownTime()), settings));
        return new Application(settings, closing, port, stores, workers, firstToken, router);
    }

    /** The port that it listens on. */
    int port() {
        return port;
    }

    /** The address that people use. */
    URI address() {
        return settings.address(port);
    }

    /** The instance's first token, when this start made it. */
    Optional<TokenSecret> firstToken() {
        return firstToken;
    }

    /** What is behind the API. */
    Stores stores() {
        return stores;
    }

    /** Tells the workers that a run has to be judged. */
    void jobAdded() {
        workers.wake();
    }

    /** The routes, each as a method in lower case and a path; one that answers several methods is listed once for each. */
    List<String> routes() {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .flatMap(route -> route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + route.getPath()))
                .toList();
    }

    /** Finishes current work and stops. A second call does nothing. */
    @Override
    public void close() {
        closing.close();
    }

    private static ReadLimits readLimits(Settings.Limits limits) {
        return ReadLimits.defaults().withMaxResults(limits.results()).withMaxDecompressedBytes(limits.documentBytes());
    }

    private static HttpSettings httpSettings(Settings settings, PoolShares shares, UploadFolder uploads) {
        return new HttpSettings(
                settings.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false),
                settings.proxyHeaders(),
                uploads.path(),
                settings.limits().uploadBytes(),
                settings.limits().uploadTime(),
                settings.limits().requestsPerMinute(),
                shares.reading(),
                shares.uploading(),
                settings.limits().waiting());
    }

    private static <T> T await(Future<T> future, Settings settings) {
        try {
            return future.await(settings.shutdownTime().toSeconds() + STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("gave up waiting", e);
        }
    }
}
