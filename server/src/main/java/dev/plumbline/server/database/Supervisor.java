package dev.plumbline.server.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a process that must not end, and starts it again when it did. After a failed start it waits, each time twice as long, up
 * to a minute, and never stops trying: a disk that was full may have room again.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** After so many failed starts in a row it counts as lost. */
    private static final int LOST = 5;

    private final String name;
    private final Duration look;
    private final BooleanSupplier running;
    private final Runnable start;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * Begins to watch.
     *
     * @param name what is watched, for the log
     * @param look how often; the shortest wait after a failed start
     * @param running whether it runs
     * @param start starts it, or throws
     */
    Supervisor(String name, Duration look, BooleanSupplier running, Runnable start) {
        this.name = name;
        this.look = look;
        this.running = running;
        this.start = start;
        this.thread = Thread.ofPlatform().name("plumbline-supervisor").daemon().start(this::watch);
    }

    /** Whether it has ended and couldn't be started again for a while. */
    boolean lost() {
        return failures.get() >= LOST;
    }

    private void watch() {
        try {
            while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                if (!running.getAsBoolean()) {
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        Duration pause = look.multipliedBy(1L << Math.min(failures.get(), 20));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private void restart() {
        LOG.warn("{} has ended and is started again", name);
        try {
            start.run();
            failures.set(0);
            LOG.info("{} runs again", name);
        } catch (RuntimeException e) {
            LOG.error("{} couldn't be started again ({} times now)", name, failures.incrementAndGet(), e);
        }
    }

    /** Ends the watching once a start that is under way is done. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
