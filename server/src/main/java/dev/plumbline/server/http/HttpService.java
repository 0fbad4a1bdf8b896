package dev.plumbline.server.http;

import dev.plumbline.server.http.limit.ConnectionLimits;
import dev.plumbline.server.json.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The sockets. It listens from the first moment, so that a busy port is noticed before anything else is started and
 * health checks are answered while the database migrates; until it is open everything else gets 503.
 */
public final class HttpService {

    /** The most bytes of a form field that isn't a file. */
    public static final int LARGEST_FIELD = 4 * 1024 * 1024;

    /** Longer than anything takes that is worked on; a connection that waits for a request is closed sooner. */
    private static final int IDLE_SECONDS = 600;

    private static final long LATE_MILLIS = 2_000;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int LARGEST_LINE = 8 * 1024;
    private static final int STARTING_RETRY_SECONDS = 5;

    private final Vertx vertx;
    private final Readiness readiness;
    private final EventLoopMeter eventLoopMeter;
    private final ConnectionLimits connections;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> requests;

    public HttpService(Vertx vertx, Readiness readiness, ConnectionLimits connections, MeterRegistry meters) {
        this.connections = connections;
        connections.measure(meters);
        this.vertx = vertx;
        this.eventLoopMeter = new EventLoopMeter(meters);
        this.readiness = readiness;
        this.requests = this::notYet;
    }

    /**
     * Starts listening, on every event loop.
     *
     * @param port 0 for a free one
     */
    public Future<Integer> listen(String host, int port, int eventLoops) {
        vertx.setPeriodic(LATE_MILLIS, tick -> connections.closeLate());
        // To Vert.x, a negative port means one free port that all event loops share.
        int bound = port == 0 ? -1 : port;
        return vertx.deployVerticle(
                        () -> new OneLoop(options(host, bound)), new DeploymentOptions().setInstances(eventLoops))
                .map(deployed -> servers.getFirst().actualPort());
    }

    /** From now on requests go to this handler. */
    public void open(Handler<HttpServerRequest> handler) {
        requests = handler;
        readiness.become(Readiness.State.READY);
    }

    /** Tells health checks that this server is stopping, stops listening, lets the current requests finish for as long as the time allows, and closes what is left. */
    public Future<Void> shutdown(Duration time) {
        readiness.become(Readiness.State.STOPPING);
        return Future.join(servers.stream()
                        .map(server -> server.shutdown(time.toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .mapEmpty();
    }

    /** The server of one event loop. */
    private final class OneLoop implements Deployable {

        private final HttpServerOptions options;

        OneLoop(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public Future<?> deploy(Context context) {
            HttpServer server = context.owner().createHttpServer(options);
            servers.add(server);
            eventLoopMeter.watch(context.owner());
            return server.connectionHandler(connections::opened)
                    .requestHandler(request -> requests.handle(request))
                    .listen();
        }
    }

    private static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setMaxInitialLineLength(LARGEST_LINE)
                // Upgrading from HTTP/1.1 would have to buffer the body of an upload.
                .setHttp2ClearTextEnabled(false)
                .setMaxFormBufferedBytes(LARGEST_HEADERS)
                .setMaxFormAttributeSize(LARGEST_FIELD)
                .setCompressionSupported(true)
                .setTcpNoDelay(true)
                .setReuseAddress(true);
    }

    private void notYet(HttpServerRequest request) {
        boolean alive = request.path() != null && request.path().equals("/health/live");
        String state = readiness.state().name().toLowerCase(Locale.ROOT);
        if (alive) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(Json.bytes(new HealthRoutes.Health("live"))));
            return;
        }
        Problem problem = Problem.of(ProblemKind.STARTING, "The server is " + state + ". Try again in a moment.");
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Retry-After", Integer.toString(STARTING_RETRY_SECONDS))
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(Json.bytes(problem.body())));
    }
}
