package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of("PLUMBLINE_REQUESTS_PER_MINUTE", "6"));

    @Test
    void slowsDownOneClientAndNoOther() {
        Project project = server.project("busy", true);
        ApiClient first = server.client(server.token(project, Scope.READ));
        ApiClient second = server.client(server.token(project, Scope.READ));

        // Six a minute give a burst of one.
        assertThat(first.get("/api/v1/projects/busy").status()).isEqualTo(200);
        Answer refused = first.get("/api/v1/projects/busy");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
        assertThat(second.get("/api/v1/projects/busy").status()).isEqualTo(200);
    }

    @Test
    void countsWhoIsTurnedAwayByAddress() {
        ApiClient stranger = server.client("plb_" + "B".repeat(43));

        stranger.get("/api/v1/projects/none");

        assertThat(stranger.get("/api/v1/projects/none").status()).isEqualTo(429);
        assertThat(stranger.get("/health/live").status()).isEqualTo(200);
    }
}
