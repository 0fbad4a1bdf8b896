package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest extends WithServer {

    private static final String BUSY = "{\"code\":\"busy\",\"detail\":\"too many uploads are waiting\"}";

    @Test
    void waitsAsLongAsRetryAfterSays() {
        server.then(429, BUSY, "Retry-After", "7").then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(tool.pauses()).hasSize(1);
        assertThat(tool.pauses().get(0)).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7500));
        assertThat(tool.err())
                .contains("the server answered 429 busy: too many uploads are waiting; trying again in 7");
    }

    @Test
    void triesAgainAfterAServersFault() {
        server.then(503, BUSY).then(500, "").then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(server.uploads()).hasSize(3);
        assertThat(tool.pauses().get(0)).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(tool.pauses().get(1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void sendsTheWholeDocumentAnewAfterTheConnectionWasCut() {
        server.thenCut().then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(server.uploads()).hasSize(1);
        assertThat(server.uploads().get(0).document()).isEqualTo(Tool.RESULT);
        assertThat(tool.err()).contains("the connection failed");
    }

    @Test
    void givesUpInTheTimeGivenAndExitsWith3() {
        server.then(503, BUSY);

        assertThat(tool.run("upload", "--retry-for", "30", "jmh-result.json")).isEqualTo(3);

        Duration waited = tool.pauses().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(tool.err())
                .contains("error: " + server.address() + " can't be reached: the server answered 503 busy")
                .contains("jmh-result.json was not sent; use --spool DIR to keep it for the next upload");
    }

    @Test
    void doesNotWaitForARetryAfterBeyondItsTime() {
        server.then(503, BUSY, "Retry-After", "3600");

        assertThat(tool.run("upload", "--retry-for", "30", "jmh-result.json")).isEqualTo(3);

        assertThat(tool.pauses()).isEmpty();
    }

    @Test
    void exitsWith3WhenNobodyListens() {
        server.close();

        assertThat(tool.run("upload", "--retry-for", "0", "jmh-result.json")).isEqualTo(3);

        assertThat(tool.err()).contains("can't be reached: the connection was refused");
    }
}
