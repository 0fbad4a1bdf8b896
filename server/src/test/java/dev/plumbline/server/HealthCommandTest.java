package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

class HealthCommandTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @Test
    void saysThatTheServerIsLive() {
        StringWriter out = new StringWriter();

        assertThat(health(server.address().getPort(), out)).isZero();
        assertThat(out.toString()).contains("live");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        StringWriter out = new StringWriter();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(health(port, out)).isEqualTo(1);
        assertThat(out.toString()).contains("http://127.0.0.1:" + port + "/health/live doesn't answer");
    }

    private static int health(int port, StringWriter out) {
        CommandLine main = Main.commandLine(Map.of());
        PrintWriter writer = new PrintWriter(out);
        main.setOut(writer);
        main.getSubcommands().values().forEach(command -> command.setOut(writer));
        return main.execute("health", "--host=127.0.0.1", "--port=" + port);
    }
}
