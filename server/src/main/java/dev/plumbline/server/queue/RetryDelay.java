package dev.plumbline.server.queue;

import java.time.Duration;
import java.util.Optional;

/** How long a delivery waits after an attempt: three times as long after each failure, and never less than the other end asks for. */
final class RetryDelay {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final Duration POSTPONED_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_POSTPONED = Duration.ofHours(24);

    private RetryDelay() {}

    /**
     * The delay before the next attempt; zero if there is none.
     *
     * @param kind how the attempt ended
     * @param attempts how many there were, from 1
     * @param asked how long the other end asks to wait, if it does
     */
    static Duration after(DeliveryOutcome.Kind kind, int attempts, Optional<Duration> asked) {
        return switch (kind) {
            case DELIVERED, DEAD, DROPPED -> Duration.ZERO;
            case POSTPONED -> shorter(asked.orElse(POSTPONED_WAIT), LONGEST_POSTPONED);
            case FAILED -> {
                long factor = (long) Math.pow(3, Math.min(attempts, Deliveries.MOST_ATTEMPTS) - 1.0);
                Duration own = shorter(FIRST_WAIT.multipliedBy(factor), LONGEST_WAIT);
                Duration least = shorter(asked.orElse(Duration.ZERO), LONGEST_POSTPONED);
                yield own.compareTo(least) >= 0 ? own : least;
            }
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
