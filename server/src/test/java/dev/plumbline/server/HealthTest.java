package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @Test
    void isLiveAndReady() {
        assertThat(server.anonymous().get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(server.anonymous().get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void countsUploadsAndResults() {
        Project project = server.project("counted", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        client.upload("counted", "0123456", JmhDocument.suite(3, 1.0));
        client.upload("counted", "0123456", JmhDocument.suite(3, 1.0));
        client.upload("counted", "0123456", "[");

        String metrics = client.get("/metrics").body();

        assertThat(metrics)
                .contains("plumbline_uploads_total{outcome=\"stored\"} 1.0")
                .contains("plumbline_uploads_total{outcome=\"duplicate\"} 1.0")
                .contains("plumbline_uploads_total{outcome=\"refused\"} 1.0")
                .contains("plumbline_results_total 3.0")
                .contains("plumbline_jobs_lag_seconds")
                .contains("plumbline_event_loop_delay_seconds")
                .contains("plumbline_pool_present")
                .contains("hikaricp_connections")
                .contains("vertx_http_server")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void sendsSecurityHeadersAndARequestId() {
        Answer answer = server.anonymous().get("/api/v1/projects");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{16}");
        assertThat(server.anonymous()
                        .get("/api/v1/projects", "X-Request-Id", "mine-1")
                        .header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(server.anonymous()
                        .get("/api/v1/projects", "X-Request-Id", "<b>")
                        .header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }
}
