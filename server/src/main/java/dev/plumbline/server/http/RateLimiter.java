package dev.plumbline.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A token bucket for each client: it holds a sixth of a minute's requests, is full at first and refills evenly. The
 * clients whose last request is longest ago are forgotten first, which gives them a full bucket.
 */
public final class RateLimiter {

    private static final int MOST_CLIENTS = 20_000;
    private static final double BURST_SHARE = 1.0 / 6;

    private final double perNano;
    private final double capacity;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    private record Bucket(double level, long at) {}

    /**
     * A limiter.
     *
     * @param perMinute requests a minute, 0 for no limit
     * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime()}
     */
    public RateLimiter(int perMinute, LongSupplier nanoTime) {
        this.perNano = (double) perMinute / TimeUnit.MINUTES.toNanos(1);
        this.capacity = Math.max(1, perMinute * BURST_SHARE);
        this.nanoTime = nanoTime;
    }

    /**
     * Counts one request.
     *
     * @throws ProblemException {@code too-many-requests} with the time to wait
     */
    public void count(String client) {
        if (perNano == 0) {
            return;
        }
        double missing = missing(client);
        if (missing > 0) {
            int seconds = (int) Math.ceil(missing / perNano / TimeUnit.SECONDS.toNanos(1));
            throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Try again in " + seconds + " s.")
                    .retryAfter(seconds)
                    .exception();
        }
    }

    /** Takes one from the client's bucket; returns how much of one is missing, 0 when it was there. */
    private synchronized double missing(String client) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(capacity, now));
        double level = Math.min(capacity, bucket.level() + (now - bucket.at()) * perNano);
        double left = level >= 1 ? level - 1 : level;
        buckets.put(client, new Bucket(left, now));
        return level >= 1 ? 0 : 1 - level;
    }
}
