package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.http.limit.ConnectionLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong clock = new AtomicLong();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await();
    }

    @Test
    void thereAreSoManyOfOneAddress() throws Exception {
        HttpServer server = serving(new ConnectionLimits(100, 2, clock::get));
        try (Socket first = open(server);
                Socket second = open(server)) {
            assertThat(answers(first)).isTrue();
            assertThat(answers(second)).isTrue();
            try (Socket third = open(server)) {
                assertThat(isClosed(third)).isTrue();
            }
            assertThat(answers(first)).as("the others go on").isTrue();
        }
    }

    @Test
    void thereAreSoManyInAll() throws Exception {
        HttpServer server = serving(new ConnectionLimits(1, 0, clock::get));
        Socket first = open(server);
        assertThat(answers(first)).isTrue();
        try (Socket second = open(server)) {
            assertThat(isClosed(second)).isTrue();
        }
        first.close();
        await().until(() -> {
            try (Socket third = open(server)) {
                return answers(third);
            }
        });
    }

    @Test
    void noneWaitsLongForTheHeadOfARequest() throws Exception {
        ConnectionLimits limits = new ConnectionLimits(100, 0, clock::get);
        HttpServer server = serving(limits);
        try (Socket slow = open(server);
                Socket kept = open(server)) {
            slow.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            assertThat(answers(kept)).isTrue();

            clock.addAndGet(ConnectionLimits.FIRST_HEAD.plusSeconds(1).toNanos());
            limits.closeLate();

            assertThat(isClosed(slow)).isTrue();
            assertThat(answers(kept)).isTrue();
            clock.addAndGet(ConnectionLimits.NEXT_HEAD.plusSeconds(1).toNanos());
            limits.closeLate();
            assertThat(isClosed(kept)).isTrue();
        }
    }

    private HttpServer serving(ConnectionLimits limits) throws Exception {
        return vertx.createHttpServer()
                .connectionHandler(limits::opened)
                .requestHandler(request -> {
                    limits.began(request.connection());
                    limits.ended(request.connection());
                    request.response().end("here");
                })
                .listen(0, "127.0.0.1")
                .await();
    }

    private static Socket open(HttpServer server) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean answers(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = "";
        while (!answer.endsWith("here")) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                return false;
            }
            answer += (char) read;
        }
        return true;
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
