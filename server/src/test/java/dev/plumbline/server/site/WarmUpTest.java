package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void nobodyWaitsForItUntilItIsClosed() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        WarmUp warmUp = WarmUp.start(() -> {
            try {
                goOn.await();
                ended.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(ended).isFalse();
        goOn.countDown();
        warmUp.close();
        assertThat(ended).isTrue();
    }
}
