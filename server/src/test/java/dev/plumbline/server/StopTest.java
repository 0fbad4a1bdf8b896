package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopTest {

    private static final int CLIENTS = 4;
    private static final int BEFORE_THE_END = 20;

    enum Signal {
        SIGTERM,
        SIGKILL
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void losesNoAcknowledgedUpload(Signal signal, @TempDir Path data) throws Exception {
        ServerProcess first = ServerProcess.start(data);
        String token = first.firstToken();
        ApiClient client = new ApiClient(first.address(), Optional.of(token));
        assertThat(client.post("/api/v1/projects", "{\"slug\":\"acme\"}").status())
                .isEqualTo(201);

        Queue<Long> acknowledged = uploadUntilTheEnd(first, client, signal);

        ServerProcess second = ServerProcess.start(data);
        try {
            ApiClient again = new ApiClient(second.address(), Optional.of(token));
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_END);
            for (long run : acknowledged) {
                assertThat(again.get("/api/v1/projects/acme/runs/" + run).status())
                        .as("run %d", run)
                        .isEqualTo(200);
            }
        } finally {
            // 143 = 128 + SIGTERM: the JVM's exit code after its shutdown hooks.
            assertThat(second.terminate()).isEqualTo(143);
        }
    }

    private static Queue<Long> uploadUntilTheEnd(ServerProcess server, ApiClient client, Signal signal)
            throws InterruptedException {
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_END);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.execute(() -> {
                    while (true) {
                        int next = number.incrementAndGet();
                        String sha = "%040x".formatted(next);
                        Answer answer;
                        try {
                            answer = client.upload("acme", sha, JmhDocument.suite(50, next));
                        } catch (IllegalStateException serverIsGone) {
                            return;
                        }
                        if (answer.status() == 201) {
                            acknowledged.add(answer.json().getLong("id"));
                            enough.countDown();
                        }
                    }
                });
            }
            enough.await();
            switch (signal) {
                case SIGTERM -> assertThat(server.terminate()).isEqualTo(143);
                case SIGKILL -> server.kill();
            }
        }
        return acknowledged;
    }
}
