package dev.plumbline.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** How late an event loop runs what is due: the first number to look at when answers are slow. */
final class EventLoopMeter {

    private static final long PERIOD_MILLIS = 500;

    private final Timer delay;

    EventLoopMeter(MeterRegistry meters) {
        this.delay = Timer.builder("plumbline.event.loop.delay")
                .description("How late an event loop runs what is due")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** Measures the event loop that this is called on. */
    void watch(Vertx vertx) {
        long[] due = {System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS)};
        vertx.setPeriodic(PERIOD_MILLIS, tick -> {
            long now = System.nanoTime();
            delay.record(Math.max(0, now - due[0]), TimeUnit.NANOSECONDS);
            due[0] = now + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        });
    }
}
