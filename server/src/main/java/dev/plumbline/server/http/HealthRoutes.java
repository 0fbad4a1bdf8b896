package dev.plumbline.server.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Liveness (the process answers) and readiness (it accepts requests and reaches its database). */
public final class HealthRoutes implements Routes {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** What a probe gets as its answer: {@code live}, {@code ready}, {@code starting}, {@code stopping} or {@code database}. */
    record Health(String status) {}

    private final Readiness readiness;
    private final Blocking blocking;
    private final Callable<Boolean> databaseAnswers;

    /**
     * The routes.
     *
     * @param databaseAnswers checks the database with a query, on a worker thread
     */
    public HealthRoutes(Readiness readiness, Blocking blocking, Callable<Boolean> databaseAnswers) {
        this.readiness = readiness;
        this.blocking = blocking;
        this.databaseAnswers = databaseAnswers;
    }

    @Override
    public void mount(Router router) {
        router.get("/health/live").handler(this::live);
        router.get("/health/ready").handler(this::ready);
    }

    private void live(RoutingContext context) {
        boolean alive = readiness.alive();
        answer(context, alive ? OK : UNAVAILABLE, alive ? "live" : "database");
    }

    private void ready(RoutingContext context) {
        switch (readiness.state()) {
            case STARTING, STOPPING ->
                answer(context, UNAVAILABLE, readiness.state().name().toLowerCase(Locale.ROOT));
            case READY ->
                blocking.run(databaseAnswers)
                        .onSuccess(answers -> answer(context, OK, "ready"))
                        .onFailure(failure -> answer(context, UNAVAILABLE, "database"));
        }
    }

    static void answer(RoutingContext context, int status, String state) {
        Reply.changed(status, new Health(state)).send(context);
    }
}
