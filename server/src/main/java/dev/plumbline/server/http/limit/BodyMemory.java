package dev.plumbline.server.http.limit;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of a kind of requests may take up together while they arrive and are worked on. */
public final class BodyMemory {

    private static final long LEAST = 8L << 20;
    private static final long MOST = 256L << 20;

    private final AtomicLong free;

    /**
     * A memory.
     *
     * @param bytes what all bodies may have together
     */
    public BodyMemory(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** A share of the heap, 8 to 256 MiB. */
    public static BodyMemory shareOfHeap(int parts) {
        return new BodyMemory(Math.clamp(Runtime.getRuntime().maxMemory() / parts, LEAST, MOST));
    }

    /** What one body takes up, nothing at first. */
    public Share share() {
        return new Share();
    }

    /** What one body takes up. Closing it gives everything back. */
    public final class Share implements AutoCloseable {

        private final AtomicLong taken = new AtomicLong();

        private Share() {}

        /** Takes more; false, and nothing is taken, if there is too little left. */
        public boolean grow(long bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken.addAndGet(bytes);
            return true;
        }

        @Override
        public void close() {
            free.addAndGet(taken.getAndSet(0));
        }
    }
}
