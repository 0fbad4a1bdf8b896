package dev.plumbline.server.http;

import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import java.time.Duration;

/** The metrics as Prometheus reads them. What is waiting is queried for each reading. */
public final class MetricsRoutes implements Routes {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final Blocking blocking;
    private final Jobs jobs;
    private final Deliveries deliveries;
    private volatile Jobs.Backlog backlog = new Jobs.Backlog(0, 0, Duration.ZERO);
    private volatile Jobs.Backlog undelivered = new Jobs.Backlog(0, 0, Duration.ZERO);

    public MetricsRoutes(PrometheusMeterRegistry registry, Blocking blocking, Jobs jobs, Deliveries deliveries) {
        this.registry = registry;
        this.blocking = blocking;
        this.jobs = jobs;
        this.deliveries = deliveries;
        Gauge.builder("plumbline.jobs.waiting", () -> backlog.waiting())
                .description("Jobs that are due or running")
                .register(registry);
        Gauge.builder("plumbline.jobs.dead", () -> backlog.dead())
                .description("Jobs that failed too often")
                .register(registry);
        Gauge.builder("plumbline.jobs.lag", () -> backlog.lag().toMillis() / 1000.0)
                .description("Age of the oldest waiting job")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("plumbline.deliveries.waiting", () -> undelivered.waiting())
                .description("Deliveries that wait for an attempt, due now or later")
                .register(registry);
        Gauge.builder("plumbline.deliveries.dead", () -> undelivered.dead())
                .description("Deliveries that need a person's attention")
                .register(registry);
        Gauge.builder("plumbline.deliveries.lag", () -> undelivered.lag().toMillis() / 1000.0)
                .description("How long the oldest delivery has been due")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void mount(Router router) {
        router.get("/metrics")
                .handler(context -> blocking.run(() -> {
                            backlog = jobs.backlog();
                            undelivered = deliveries.backlog();
                            return registry.scrape();
                        })
                        .onSuccess(text -> context.response()
                                .putHeader("Content-Type", TYPE)
                                .putHeader("Cache-Control", "no-store")
                                .end(text))
                        .onFailure(context::fail));
    }
}
