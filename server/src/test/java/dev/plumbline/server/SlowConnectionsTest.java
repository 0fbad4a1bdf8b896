package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SlowConnectionsTest {

    private static final int CONNECTIONS = 600;

    /** Each sends all but the last byte of a body, 600 MB together, to a server with 256 MB. */
    @Test
    @Timeout(120)
    void nobodyWithoutATokenFillsTheMemory(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("secret"), "s");
        Files.writeString(data.resolve("token"), "t");
        Path forges = Files.writeString(data.resolve("forges.json"), """
            {"forges":[{"name":"hub","kind":"github","tokenFile":"token","webhookSecretFile":"secret",
                "repositories":["acme/*"]}]}
            """);
        ServerProcess server = ServerProcess.start(
                data.resolve("server"), List.of("-Xmx256m"), "--forges=" + forges, "--max-connections-per-address=0");
        List<Socket> open = new ArrayList<>();
        try {
            for (String route : List.of("/api/v1/forges/hub/webhook", "/sign-in", "/api/v1/projects")) {
                for (int i = 0; i < CONNECTIONS / 3; i++) {
                    open.add(almostSent(server.address(), route));
                }
            }

            ApiClient client = new ApiClient(server.address(), Optional.of(server.firstToken()));
            assertThat(client.get("/health/live").status()).isEqualTo(200);
            assertThat(client.post("/api/v1/projects", "{\"slug\":\"acme\"}").status())
                    .isEqualTo(201);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
            assertThat(server.terminate()).isEqualTo(143);
        }
    }

    private static Socket almostSent(URI address, String route) throws IOException {
        int length = 1 << 20;
        Socket socket = new RawClient(address).open();
        OutputStream out = socket.getOutputStream();
        try {
            out.write(RawClient.head(
                    "POST " + route, "Content-Length: " + length, "Content-Type: application/x-www-form-urlencoded"));
            out.write(("token=" + "a".repeat(length - 7)).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException closedByTheServer) {
            // It refused to read on.
        }
        return socket;
    }
}
