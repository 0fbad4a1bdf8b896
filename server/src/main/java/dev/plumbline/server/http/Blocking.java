package dev.plumbline.server.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A named pool for blocking work with a bounded queue: beyond the bound, work is rejected at once, and the
 * answer is 503 with Retry-After.
 */
public final class Blocking {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final WorkerExecutor executor;
    private final String name;
    private final int most;
    private final AtomicInteger present = new AtomicInteger();

    /**
     * A pool.
     *
     * @param name of its threads
     * @param threads how many work at once
     * @param waiting how many more may wait
     * @param longest after this time a thread is reported as stuck
     */
    public Blocking(Vertx vertx, String name, int threads, int waiting, Duration longest) {
        this.executor = vertx.createSharedWorkerExecutor(
                "plumbline-" + name, threads, longest.toMillis(), TimeUnit.MILLISECONDS);
        this.name = name;
        this.most = threads + waiting;
    }

    /** Runs the work, which never returns null; its result or its exception arrives on the caller's event loop. */
    @SuppressWarnings("NullAway") // Vert.x declares the result nullable for work that gives null.
    public <T> Future<T> run(Callable<T> work) {
        if (present.incrementAndGet() > most) {
            present.decrementAndGet();
            return Future.failedFuture(Problem.of(
                            ProblemKind.BUSY,
                            "Too many requests are waiting for the pool '" + name + "'. Try again in a moment.")
                    .retryAfter(RETRY_AFTER_SECONDS)
                    .exception());
        }
        Future<T> result = executor.executeBlocking(work, false);
        result.onComplete(done -> present.decrementAndGet());
        return result;
    }

    /** Reports how much work is running or waiting. */
    public void measure(MeterRegistry meters) {
        Gauge.builder("plumbline.pool.present", present, AtomicInteger::get)
                .description("Tasks that are running or waiting for a thread")
                .tag("pool", name)
                .register(meters);
    }

    /** Ends the threads once the current work is done. */
    public Future<Void> close() {
        return executor.close();
    }
}
