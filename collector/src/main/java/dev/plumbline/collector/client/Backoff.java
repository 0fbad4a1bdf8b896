package dev.plumbline.collector.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts: a random part of a span that doubles each time ("full jitter": Brooker, Exponential
 * Backoff and Jitter, 2015), so that many clients do not come back at once.
 *
 * @param first the span after the first attempt
 * @param longest the span that it grows to
 * @param total how long all attempts together may take
 */
public record Backoff(Duration first, Duration longest, Duration total) {

    private static final int MOST_DOUBLINGS = 20;

    /** Half a second growing to twenty, for as long as given. */
    public static Backoff lasting(Duration total) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), total);
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt the attempts made, from 1
     * @param asked how long the server asked to wait, zero when it did not; a random part of the first span is added
     */
    public Duration pause(int attempt, Duration asked, RandomGenerator random) {
        long doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
        long span = asked.isZero() ? Math.min(longest.toMillis(), first.toMillis() << doublings) : first.toMillis();
        return asked.plusMillis(random.nextLong(span + 1));
    }
}
