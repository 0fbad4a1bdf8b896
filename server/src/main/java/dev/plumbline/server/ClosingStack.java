package dev.plumbline.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in reverse order. A failure doesn't keep the rest from being stopped; later failures
 * are suppressed onto the first.
 */
final class ClosingStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingStack.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String name, AutoCloseable action) {}

    /** Adds what is to be done before everything that was added earlier. */
    synchronized void push(String name, AutoCloseable action) {
        steps.push(new Step(name, action));
    }

    @Override
    public synchronized void close() {
        IllegalStateException first = null;
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                LOG.debug("stopping: {}", step.name());
                step.action().close();
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                if (first == null) {
                    first = new IllegalStateException("couldn't stop " + step.name() + " properly", e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
