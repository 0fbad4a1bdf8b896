package dev.plumbline.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that take work and do it, one piece after the other, until they are closed; then each finishes its current piece. Without work they
 * look again once a second, and at once when they are woken. Whatever a piece of work throws, its thread continues.
 */
final class WorkerThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    private final String name;
    private final BooleanSupplier next;
    private final Semaphore waiting = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Threads that don't run yet.
     *
     * @param name what their names begin with
     * @param next takes and does one piece of work; false when there was none
     */
    WorkerThreads(String name, BooleanSupplier next) {
        this.name = name;
        this.next = next;
    }

    /** Starts a number of threads. */
    void start(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name(name + "-" + i).start(this::work));
        }
    }

    /** Starts one more thread, which does this again and again until the threads are closed. */
    void alongside(String what, Runnable repeated) {
        threads.add(Thread.ofPlatform().name(name + "-" + what).start(() -> {
            while (running()) {
                guarded(repeated);
            }
        }));
    }

    /** Wakes the threads, because work was added. */
    void wake() {
        waiting.release();
    }

    /** Whether the threads should end. */
    boolean closing() {
        return closing;
    }

    private boolean running() {
        return !closing && !Thread.currentThread().isInterrupted();
    }

    private void work() {
        while (running()) {
            guarded(() -> {
                if (!next.getAsBoolean()) {
                    sleep();
                }
            });
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} couldn't reach the database and will try again",
                    Thread.currentThread().getName(),
                    e);
            sleep();
        } catch (Error e) {
            // A thread that ended here would leave the server without a worker, and nobody would know.
            LOG.error("{} failed and continues", Thread.currentThread().getName(), e);
            sleep();
        }
    }

    /** Sleeps until it is time to look again or the threads are woken. */
    private void sleep() {
        try {
            waiting.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            waiting.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        waiting.release(threads.size());
        long deadline = System.nanoTime() + SHUTDOWN.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
