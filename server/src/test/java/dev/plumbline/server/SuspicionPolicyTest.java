package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuspicionPolicyTest {

    private static final String PATH = "/api/v1/projects/cautious";

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @Test
    void aSuspicionIsOpenOnlyWhereTheProjectSaysSo() {
        Project project = server.project("cautious", true);
        ApiClient admin = server.client(server.token(project, Scope.ADMIN));
        for (int i = 0; i < 20; i++) {
            double value = (i < 19 ? 1 : 1.5) * (1 + 0.001 * (i % 3));
            admin.upload("cautious", String.format("abcdef%02d", i), JmhDocument.suite(2, value));
        }
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> !regressions(admin, "worse=true&state=suspected").isEmpty());

        assertThat(regressions(admin, "worse=true&state=open")).isEmpty();

        assertThat(admin.send("PUT", PATH + "/policy", BodyPublishers.ofString("{\"suspicions\": \"open\"}"))
                        .json()
                        .getString("suspicions"))
                .isEqualTo("open");

        assertThat(regressions(admin, "worse=true&state=open")).hasSize(1);
        assertThat(regressions(admin, "worse=true&state=suspected")).hasSize(1);
        assertThat(regressions(admin, "worse=true&state=confirmed")).isEmpty();
    }

    private static JsonArray regressions(ApiClient client, String query) {
        return client.get(PATH + "/regressions?" + query).json().getJsonArray("regressions");
    }
}
