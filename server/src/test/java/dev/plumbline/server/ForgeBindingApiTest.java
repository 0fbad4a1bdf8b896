package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.fake.FakeForge;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgeBindingApiTest {

    private static final FakeForge FAKE = FakeForge.start();
    private static final ForgeFolder FOLDER = new ForgeFolder(FAKE);

    @RegisterExtension
    static final TestServer server =
            TestServer.with(Map.of("PLUMBLINE_FORGES", FOLDER.file().toString()));

    @BeforeAll
    static void bind() {
        server.project("bound", true);
        assertThat(server.client(server.adminToken())
                        .send(
                                "PUT",
                                "/api/v1/projects/bound/forge",
                                BodyPublishers.ofString("{\"forge\":\"gitlab\",\"repository\":\"acme/tools\"}"))
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        FAKE.close();
    }

    @Test
    void aBindingSaysWhichForgeItIsAndWhereTheRepositoryIs() {
        JsonObject binding =
                server.anonymous().get("/api/v1/projects/bound/forge").json();

        assertThat(binding.getString("kind")).isEqualTo("gitlab");
        assertThat(binding.getString("url")).isEqualTo(FAKE.address() + "/acme/tools");
    }
}
