package dev.plumbline.server.http.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The open connections: there are so many in all and so many of one address, and none waits long for the head of a request. What is
 * beyond that is closed without an answer, since an answer to everybody is what a flood asks for.
 */
public final class ConnectionLimits {

    /** How long a new connection may take to send the head of its first request. */
    public static final Duration FIRST_HEAD = Duration.ofSeconds(20);

    /** How long a connection is kept for the head of a further request. */
    public static final Duration NEXT_HEAD = Duration.ofSeconds(75);

    private final int most;
    private final int mostOfAddress;
    private final LongSupplier nanoTime;
    private final Map<HttpConnection, Waiting> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();

    /** Since when a connection has waited for a head, in nanoseconds, and for how long it may; while a request is answered it isn't here. */
    private record Waiting(long since, Duration patience) {}

    /** A request is being answered. */
    private static final Waiting WORKING = new Waiting(0, Duration.ZERO);

    /**
     * Limits.
     *
     * @param most connections in all
     * @param mostOfAddress connections of one address; 0 for no limit, as behind a proxy
     * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime()}
     */
    public ConnectionLimits(int most, int mostOfAddress, LongSupplier nanoTime) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
        this.nanoTime = nanoTime;
    }

    /** Admits a new connection or closes it. */
    public void opened(HttpConnection connection) {
        String address = connection.remoteAddress() == null
                ? "unknown"
                : String.valueOf(connection.remoteAddress().hostAddress());
        int same = ofAddress.merge(address, 1, Integer::sum);
        open.put(connection, new Waiting(nanoTime.getAsLong(), FIRST_HEAD));
        connection.closeHandler(closed -> {
            open.remove(connection);
            ofAddress.computeIfPresent(address, (known, count) -> count > 1 ? count - 1 : null);
        });
        if (open.size() > most || (mostOfAddress > 0 && same > mostOfAddress)) {
            connection.close();
        }
    }

    /** The head of a request has arrived. */
    public void began(HttpConnection connection) {
        open.computeIfPresent(connection, (known, waiting) -> WORKING);
    }

    /** A request has been answered. */
    public void ended(HttpConnection connection) {
        open.computeIfPresent(connection, (known, waiting) -> new Waiting(nanoTime.getAsLong(), NEXT_HEAD));
    }

    /** Closes the connections that have waited for a head for too long. */
    public void closeLate() {
        long now = nanoTime.getAsLong();
        open.forEach((connection, waiting) -> {
            if (!waiting.equals(WORKING)
                    && now - waiting.since() > waiting.patience().toNanos()) {
                connection.close();
            }
        });
    }

    /** Reports how many there are. */
    public void measure(MeterRegistry meters) {
        Gauge.builder("plumbline.connections", open, Map::size)
                .description("Open connections of clients")
                .register(meters);
    }
}
