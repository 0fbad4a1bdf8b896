package dev.plumbline.server.queue;

import dev.plumbline.server.forges.ForgesException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that deliver. They finish the current attempt when they are closed. */
public final class DeliveryWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);

    /** Longer than any handler waits for the other end. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Deliveries deliveries;
    private final Map<String, DeliveryHandler> handlers = new LinkedHashMap<>();
    private final MeterRegistry meters;
    private final WorkerThreads threads = new WorkerThreads("plumbline-delivery", this::next);

    /**
     * Workers that don't run yet.
     *
     * @param handlers one for each kind; a delivery without a handler waits for a server that has one
     */
    public DeliveryWorkers(Deliveries deliveries, List<DeliveryHandler> handlers, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.meters = meters;
        for (DeliveryHandler handler : handlers) {
            if (this.handlers.put(handler.kind(), handler) != null) {
                throw new IllegalArgumentException("two handlers deliver '" + handler.kind() + "'");
            }
        }
    }

    /** Starts the threads. */
    public void start(int count) {
        threads.start(handlers.isEmpty() ? 0 : count);
    }

    /** Signals that there is something to deliver, so that no worker sleeps through it. */
    public void wake() {
        threads.wake();
    }

    /** Takes and attempts one delivery; false when there was none. */
    private boolean next() {
        Optional<Delivery> taken = deliveries.take(handlers.keySet(), LEASE);
        taken.ifPresent(this::attempt);
        return taken.isPresent();
    }

    private void attempt(Delivery delivery) {
        long began = System.nanoTime();
        DeliveryOutcome outcome = outcome(delivery);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Timer.builder("plumbline.delivery")
                .description("One attempt to deliver")
                .tag("kind", delivery.kind())
                .tag("outcome", outcome.kind().label())
                .register(meters)
                .record(took);
        deliveries.settle(delivery, outcome, took);
        switch (outcome.kind()) {
            case DELIVERED, DROPPED, POSTPONED -> LOG.debug("{}: {}", delivery.target(), outcome.what());
            case FAILED, DEAD ->
                LOG.warn(
                        "Delivery {} of project {} to {}, attempt {}: {}",
                        delivery.id(),
                        delivery.projectId(),
                        delivery.target(),
                        delivery.attempts(),
                        outcome.what());
        }
    }

    private DeliveryOutcome outcome(Delivery delivery) {
        try {
            return Objects.requireNonNull(handlers.get(delivery.kind())).deliver(delivery);
        } catch (ForgesException e) {
            return DeliveryOutcome.dead("Nothing was sent: " + e.getMessage() + "; then try again.", 0);
        } catch (RuntimeException | Error e) {
            String reference = UUID.randomUUID().toString();
            LOG.error(
                    "Delivery {} of project {} failed, reference {}",
                    delivery.id(),
                    delivery.projectId(),
                    reference,
                    e);
            return DeliveryOutcome.failed(
                    "An unexpected error occurred; the server's log has the details under the reference " + reference
                            + ".",
                    0,
                    Optional.empty());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
