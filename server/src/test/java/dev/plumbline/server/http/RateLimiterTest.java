package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(60, now::get);

    @Test
    void grantsABurstOfASixthOfAMinute() {
        for (int i = 0; i < 10; i++) {
            limiter.count("a");
        }

        assertThat(refusal("a").problem().retryAfterSeconds()).hasValue(1);
    }

    @Test
    void fillsEvenly() {
        for (int i = 0; i < 10; i++) {
            limiter.count("a");
        }
        // Sixty a minute are one a second.
        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThatCode(() -> limiter.count("a")).doesNotThrowAnyException();
        assertThat(refusal("a").problem().code()).isEqualTo("too-many-requests");
    }

    @Test
    void neverHoldsMoreThanTheBurst() {
        now.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 10; i++) {
            limiter.count("a");
        }

        assertThat(refusal("a")).isNotNull();
    }

    @Test
    void keepsClientsApart() {
        for (int i = 0; i < 10; i++) {
            limiter.count("a");
        }

        assertThatCode(() -> limiter.count("b")).doesNotThrowAnyException();
    }

    @Test
    void knowsNoLimitAtZero() {
        RateLimiter unlimited = new RateLimiter(0, now::get);

        assertThatCode(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        unlimited.count("a");
                    }
                })
                .doesNotThrowAnyException();
    }

    private ProblemException refusal(String client) {
        return catchThrowableOfType(ProblemException.class, () -> limiter.count(client));
    }
}
