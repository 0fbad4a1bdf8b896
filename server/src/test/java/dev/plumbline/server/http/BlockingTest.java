package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private final Vertx vertx = Vertx.vertx();
    private final Blocking blocking = new Blocking(vertx, "test", 1, 2, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void refusesWorkPastItsBoundAndTakesItAgainAfterwards() {
        CountDownLatch latch = new CountDownLatch(1);
        List<Future<Boolean>> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(blocking.run(() -> {
                latch.await();
                return true;
            }));
        }

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> blocking.run(() -> true).await());

        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().code()).isEqualTo("busy");
        assertThat(refused.problem().retryAfterSeconds()).isPresent();
        latch.countDown();
        taken.forEach(work -> assertThat(work.await()).isTrue());
        assertThat(blocking.run(() -> true).await()).isTrue();
    }
}
