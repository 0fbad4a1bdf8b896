package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Renames and new baselines by the API. Every answer is also compared with the OpenAPI document. */
class RenameApiTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @Test
    void offersJoinsListsAndUndoes() {
        ApiClient admin = project("moved");
        String path = "/api/v1/projects/moved/renames";
        upload(admin, "moved", "a".repeat(40), "acme.old.A.m");
        upload(admin, "moved", "b".repeat(40), "acme.young.A.m");

        JsonObject offer = admin.get(path).json().getJsonArray("offers").getJsonObject(0);
        assertThat(offer.getString("from")).isEqualTo("acme.old.A.m");
        assertThat(offer.getString("to")).isEqualTo("acme.young.A.m");
        assertThat(offer.getJsonArray("benchmarks")).hasSize(1);

        assertThat(server.anonymous().get("/projects/moved").body())
                .contains("Most likely renamed")
                .contains("acme.old.A.m → acme.young.A.m, 1 benchmark");

        String dry = "{\"from\":\"acme.old.*\",\"to\":\"acme.young.*\",\"dryRun\":true}";
        assertThat(admin.post(path, dry).json().getBoolean("accepted")).isFalse();
        assertThat(admin.get(path).json().getJsonArray("renames")).isEmpty();
        ApiClient.Answer done = admin.post(path, "{\"from\":\"acme.old.*\",\"to\":\"acme.young.*\",\"who\":\"Ada\"}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().getBoolean("accepted")).isTrue();

        JsonObject after = admin.get(path).json();
        assertThat(after.getJsonArray("offers")).isEmpty();
        JsonObject rename = after.getJsonArray("renames").getJsonObject(0);
        assertThat(rename.getString("acceptedBy")).isEqualTo("Ada (test)");
        String one = path + "/" + rename.getLong("id");
        assertThat(admin.delete(one).status()).isEqualTo(204);
        assertThat(admin.delete(one).status()).isEqualTo(404);
        assertThat(admin.get(path).json().getJsonArray("offers")).hasSize(1);
    }

    @Test
    void saysWhyItJoinsNothing() {
        ApiClient admin = project("apart");
        String path = "/api/v1/projects/apart/renames";
        upload(admin, "apart", "a".repeat(40), "acme.A.m");

        ApiClient.Answer unknown = admin.post(path, "{\"from\":\"acme.B.m\",\"to\":\"acme.A.m\"}");
        assertThat(unknown.code()).isEqualTo("invalid-rename");
        assertThat(unknown.body()).contains("The nearest names are 'acme.A.m'");
        assertThat(admin.post(path, "{\"from\":\"acme.A.m\",\"to\":\"acme.C.m\"}")
                        .body())
                .contains("No benchmark is called 'acme.C.m'");
        assertThat(admin.post(path, "{\"from\":\"a.*\",\"to\":\"b\"}").code()).isEqualTo("invalid-json");
        assertThat(admin.post(path, "{\"from\":\"%.*\",\"to\":\"_.*\"}").code()).isEqualTo("invalid-rename");
        assertThat(admin.post(
                                path,
                                new JsonObject()
                                        .put("from", "x".repeat(4_001))
                                        .put("to", "y")
                                        .encode())
                        .code())
                .isEqualTo("invalid-json");
    }

    @Test
    void marksListsAndRemovesNewBaselines() {
        ApiClient admin = project("marked");
        String path = "/api/v1/projects/marked/baselines";
        upload(admin, "marked", "a".repeat(40), "acme.A.m");
        upload(admin, "marked", "b".repeat(40), "acme.A.m");

        ApiClient.Answer made = admin.post(
                path, "{\"commit\":\"bbbbbbbb\",\"pattern\":\"acme.*\",\"note\":\"larger <input>\",\"who\":\"Ada\"}");
        assertThat(made.status()).isEqualTo(200);
        JsonArray marks = admin.get(path).json().getJsonArray("baselines");
        assertThat(marks).hasSize(1);
        assertThat(marks.getJsonObject(0).getString("commit")).isEqualTo("b".repeat(40));
        assertThat(marks.getJsonObject(0).getString("note")).isEqualTo("larger <input>");

        assertThat(admin.post(path, "{\"commit\":\"cccccccc\",\"note\":\"n\"}").code())
                .isEqualTo("invalid-baseline");
        assertThat(admin.post(path, "{\"commit\":\"bbbbbbbb\",\"pattern\":\"%\",\"note\":\"n\"}")
                        .code())
                .isEqualTo("invalid-baseline");
        String one = path + "/" + made.json().getLong("id");
        assertThat(admin.delete(one).status()).isEqualTo(204);
        assertThat(admin.delete(one).status()).isEqualTo(404);
    }

    private static ApiClient project(String slug) {
        Project project = server.project(slug, true);
        return server.client(server.token(project, Scope.ADMIN));
    }

    private static void upload(ApiClient client, String project, String commit, String benchmark) {
        assertThat(client.upload(project, commit, JmhDocument.of(benchmark, 1, 1.01, 0.99))
                        .status())
                .isEqualTo(201);
    }
}
