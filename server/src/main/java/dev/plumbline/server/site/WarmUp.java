package dev.plumbline.server.site;

/**
 * Does once, in a thread of its own, what makes the first request after a start slow: it loads classes, plans statements and compiles
 * code. The port is open meanwhile, and requests don't wait for it.
 */
public final class WarmUp implements AutoCloseable {

    private final Thread thread;

    private WarmUp(Thread thread) {
        this.thread = thread;
    }

    /** Starts it. */
    public static WarmUp start(Runnable work) {
        Thread thread = new Thread(work, "plumbline-warm-up");
        thread.setDaemon(true);
        thread.start();
        return new WarmUp(thread);
    }

    /** Waits until it has ended, so that it uses nothing that is closed. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
