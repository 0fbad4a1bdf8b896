package dev.plumbline.server;

import dev.plumbline.server.api.Api;
import dev.plumbline.server.api.OpenApiRoutes;
import dev.plumbline.server.api.PolicyRoutes;
import dev.plumbline.server.api.ProjectRoutes;
import dev.plumbline.server.api.ReportRoutes;
import dev.plumbline.server.api.RunRoutes;
import dev.plumbline.server.api.SeriesRoutes;
import dev.plumbline.server.api.Stores;
import dev.plumbline.server.api.ThresholdRoutes;
import dev.plumbline.server.api.TokenRoutes;
import dev.plumbline.server.api.TrustRoutes;
import dev.plumbline.server.api.upload.DocumentRoutes;
import dev.plumbline.server.api.upload.QuarantineRoutes;
import dev.plumbline.server.api.upload.UploadMeters;
import dev.plumbline.server.api.upload.UploadReceiver;
import dev.plumbline.server.api.upload.UploadRoutes;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.IdentityVerifier;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Blocking;
import dev.plumbline.server.http.Bodies;
import dev.plumbline.server.http.HealthRoutes;
import dev.plumbline.server.http.HttpSettings;
import dev.plumbline.server.http.MetricsRoutes;
import dev.plumbline.server.http.ProblemAnswers;
import dev.plumbline.server.http.RateLimiter;
import dev.plumbline.server.http.Readiness;
import dev.plumbline.server.http.RequestLog;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.http.SecurityHeaders;
import dev.plumbline.server.http.limit.BodyMemory;
import dev.plumbline.server.http.limit.ClientAddress;
import dev.plumbline.server.http.limit.ConnectionLimits;
import dev.plumbline.server.ingest.QuarantineVerification;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** All of HTTP above the sockets: the pools for blocking work, admission, and every route of the API. */
public final class WebFront {

    private static final Duration LONGEST_READ = Duration.ofSeconds(60);
    private static final int VERIFYING_THREADS = 4;
    private static final Duration QUARANTINE_TIME = Duration.ofSeconds(60);
    private static final Duration BODY_TIME = Duration.ofSeconds(30);
    private static final Duration STRANGERS_BODY_TIME = Duration.ofSeconds(10);
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final Vertx vertx;
    private final HttpSettings settings;
    private final ConnectionLimits connections;
    private final Stores stores;
    private final PrometheusMeterRegistry meters;
    private final Readiness readiness;
    private final Runnable jobAdded;
    private final Blocking reading;
    private final Blocking uploading;
    private final Blocking verifying;
    private final IdentityVerifier verifier;
    private final QuarantineVerification quarantine;
    private final Admission admission;

    /**
     * The front.
     *
     * @param quarantine asks forges about quarantined uploads
     * @param jobAdded is notified whenever there is a new job
     */
    public WebFront(
            Vertx vertx,
            HttpSettings settings,
            ConnectionLimits connections,
            Gatekeeper gatekeeper,
            Stores stores,
            PrometheusMeterRegistry meters,
            Readiness readiness,
            QuarantineVerification quarantine,
            Runnable jobAdded) {
        this.vertx = vertx;
        this.settings = settings;
        this.connections = connections;
        this.stores = stores;
        this.meters = meters;
        this.readiness = readiness;
        this.jobAdded = jobAdded;
        this.quarantine = quarantine;
        this.reading = new Blocking(vertx, "reading", settings.readThreads(), settings.waiting(), LONGEST_READ);
        this.uploading = new Blocking(vertx, "uploading", settings.uploadThreads(), settings.waiting(), LONGEST_UPLOAD);
        this.verifying = new Blocking(vertx, "verifying", VERIFYING_THREADS, settings.waiting(), LONGEST_READ);
        this.verifier = gatekeeper.verifier();
        this.admission = new Admission(
                gatekeeper,
                new RateLimiter(settings.requestsPerMinute(), System::nanoTime),
                new ClientAddress(settings.behindProxy()),
                reading,
                verifying,
                new Bodies(vertx, BodyMemory.shareOfHeap(16), BODY_TIME),
                new Bodies(vertx, BodyMemory.shareOfHeap(16), STRANGERS_BODY_TIME));
        reading.measure(meters);
        uploading.measure(meters);
        verifying.measure(meters);
    }

    /** The admission, for routes from elsewhere. */
    public Admission admission() {
        return admission;
    }

    /**
     * The router with every route.
     *
     * @param more routes that come after the API's, in their order
     */
    public Router router(List<Routes> more) {
        Router router = Router.router(vertx);
        router.route().handler(this::timed);
        router.route().handler(new RequestLog(new ClientAddress(settings.behindProxy())));
        router.route().handler(new SecurityHeaders(settings.https()));
        ProblemAnswers.mount(router);
        api(router);
        new HealthRoutes(readiness, reading, () -> stores.projects().find("-").isEmpty()).mount(router);
        new MetricsRoutes(meters, reading, stores.jobs(), stores.deliveries()).mount(router);
        new OpenApiRoutes().mount(router);
        more.forEach(routes -> routes.mount(router));
        answerHeadAsGet(router);
        return router;
    }

    /** While a request is answered, its connection isn't one that waits for a request. */
    private void timed(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        connections.began(connection);
        context.addEndHandler(end -> connections.ended(connection));
        context.next();
    }

    /** Monitors and link checkers ask with HEAD. What GET answers is answered then, and the body stays away. */
    static void answerHeadAsGet(Router router) {
        for (Route route : router.getRoutes()) {
            Set<HttpMethod> methods = route.methods();
            if (methods != null && methods.contains(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
        }
    }

    private void api(Router router) {
        Api api = new Api(router, admission);
        new ProjectRoutes(stores.projects(), stores.catalog()).mount(api);
        new SeriesRoutes(stores.catalog(), stores.points(), stores.noise(), stores.seriesInRuns()).mount(api);
        new RunRoutes(stores.runs(), stores.jobs(), jobAdded).mount(api);
        new DocumentRoutes(stores.runs(), stores.uploads()).mount(api);
        new ThresholdRoutes(stores.thresholds(), jobAdded).mount(api);
        new PolicyRoutes(stores.policies()).mount(api);
        new ReportRoutes(stores.reports()).mount(api);
        new TokenRoutes(stores.tokens(), new SecureRandom()).mount(api);
        new TrustRoutes(stores.trust(), stores.quarantine(), verifier).mount(api);
        UploadReceiver receiver =
                new UploadReceiver(vertx, settings.uploadFolder(), settings.uploadBytes(), settings.uploadTime());
        quarantine(router);
        new UploadRoutes(admission, receiver, uploading, stores.ingest(), new UploadMeters(meters), jobAdded)
                .mount(router);
    }

    private void quarantine(Router router) {
        new QuarantineRoutes(
                        admission,
                        new ClientAddress(settings.behindProxy()),
                        new UploadReceiver(
                                vertx,
                                settings.uploadFolder(),
                                Math.min(settings.uploadBytes(), QuarantineRoutes.MOST_BYTES),
                                shorter(settings.uploadTime(), QUARANTINE_TIME)),
                        new QuarantineRoutes.Pools(verifying, uploading),
                        stores.ingest(),
                        stores.quarantine(),
                        quarantine,
                        new UploadMeters(meters),
                        jobAdded)
                .mount(router);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends the pools once the current work is done. */
    public Future<Void> close() {
        return Future.join(reading.close(), uploading.close(), verifying.close())
                .mapEmpty();
    }
}
