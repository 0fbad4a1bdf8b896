package dev.plumbline.collector.verdict;

import dev.plumbline.collector.client.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Polls the server until it has an answer.
 *
 * @param timing time and randomness
 * @param limit how long to poll
 */
record Polling(Timing timing, Duration limit) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * The answer; empty when there is none in time. Pauses double from 0.2 s to 2 s.
     *
     * @param ask asks once, given how much time is left
     * @throws InterruptedException when the process is to end
     */
    <T> Optional<T> until(Function<Duration, Optional<T>> ask) throws InterruptedException {
        Instant deadline = timing.clock().instant().plus(limit);
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<T> answer = ask.apply(Duration.between(timing.clock().instant(), deadline));
            if (answer.isPresent() || timing.clock().instant().plus(pause).isAfter(deadline)) {
                return answer;
            }
            timing.sleeper().sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }
}
