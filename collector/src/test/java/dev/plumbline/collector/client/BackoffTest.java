package dev.plumbline.collector.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = Backoff.lasting(Duration.ofMinutes(2));

    /** Spans of 0.5 s × 2^(attempt − 1), at most 20 s; the mean of a uniform part of a span is its half. */
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 20000", "60, 20000"})
    void drawsAPartOfASpanThatDoublesUpToALimit(int attempt, long spanMillis) {
        Random random = new Random(1);
        double sum = 0;
        for (int draw = 0; draw < 1000; draw++) {
            long pause = BACKOFF.pause(attempt, Duration.ZERO, random).toMillis();
            assertThat(pause).isBetween(0L, spanMillis);
            sum += pause;
        }
        // The mean of 1000 uniform draws is normal with a deviation of span / sqrt(12 × 1000), below 1 % of the span.
        assertThat(sum / 1000).isBetween(0.46 * spanMillis, 0.54 * spanMillis);
    }

    @Test
    void waitsAtLeastAsLongAsTheServerAsks() {
        Duration pause = BACKOFF.pause(5, Duration.ofSeconds(7), new Random(1));

        assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7500));
    }
}
