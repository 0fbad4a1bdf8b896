package dev.plumbline.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns SIGTERM or Ctrl-C into an orderly stop. */
final class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private Stopping() {}

    /** Stops the application when the process is told to end, and lets the process end afterwards. */
    static void onSignal(Application application) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("plumbline-stop").unstarted(() -> stop(application)));
    }

    private static void stop(Application application) {
        LOG.info("stopping: current requests and the current job are finished first");
        try {
            application.close();
            LOG.info("stopped");
        } catch (RuntimeException e) {
            LOG.error("stopped, but not everything went well", e);
        }
    }
}
