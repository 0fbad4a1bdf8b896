package dev.plumbline.server.notification.watchdog;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that runs the watchdog every minute. */
public final class WatchdogWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchdogWorker.class);

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Longer than the pause while a server is replaced by a newer one. */
    private static final Duration FIRST_UPLOADS_WITHIN = Duration.ofDays(1);

    private static final Duration UPLOADS_WITHIN = Duration.ofMinutes(10);

    private final Watchdog watchdog;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "plumbline-watchdog"));
    private boolean looked;

    public WatchdogWorker(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** Checks now, and every minute from then on. */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and look() reports what fails.
    public void start() {
        executor.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            watchdog.look(looked ? UPLOADS_WITHIN : FIRST_UPLOADS_WITHIN);
            looked = true;
        } catch (RuntimeException e) {
            LOG.warn("The watchdog failed and will try again in a minute", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("The watchdog didn't stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
