package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegressionApiTest {

    private static final String PATH = "/api/v1/projects/moved";

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static Project project;
    private static ApiClient admin;
    private static long regression;

    @BeforeAll
    static void uploadAShift() {
        project = server.project("moved", true);
        admin = server.client(server.token(project, Scope.ADMIN));
        for (int i = 0; i < 20; i++) {
            double value = (i < 12 ? 1 : 1.5) * (1 + 0.001 * (i % 3));
            admin.upload("moved", String.format("abcdef%02d", i), JmhDocument.suite(2, value));
        }
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> !admin.get(PATH + "/regressions?worse=true&state=confirmed")
                        .json()
                        .getJsonArray("regressions")
                        .isEmpty());
        regression = list("?worse=true").getLong("id");
    }

    @Test
    void onlyAnAdminDecides() {
        String body = "{\"state\":\"acknowledged\"}";
        String path = PATH + "/regressions/" + regression + "/state";

        assertThat(server.anonymous().post(path, body).code()).isEqualTo("token-required");
        assertThat(server.client(server.token(project, Scope.READ))
                        .post(path, body)
                        .code())
                .isEqualTo("forbidden");
        assertThat(server.client(server.token(project, Scope.UPLOAD))
                        .post(path, body)
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void whatIsDecidedIsInTheListTheRegressionAndItsHistory() {
        Answer decided = admin.post(
                PATH + "/regressions/" + regression + "/state",
                "{\"state\":\"expected\",\"note\":\"by design\",\"who\":\"Ada\"}");
        Answer assigned = admin.send(
                "PUT",
                PATH + "/regressions/" + regression + "/assignee",
                BodyPublishers.ofString("{\"assignee\":\"Grace\"}"));
        Answer noted = admin.post(PATH + "/regressions/" + regression + "/notes", "{\"note\":\"see the wiki\"}");

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().getString("state")).isEqualTo("expected");
        assertThat(decided.json().getString("detected")).isEqualTo("confirmed");
        assertThat(assigned.json().getString("assignee")).isEqualTo("Grace");
        JsonObject event = noted.json()
                .getJsonArray("events")
                .getJsonObject(noted.json().getJsonArray("events").size() - 1);
        assertThat(event.getString("who")).isEqualTo("test");
        assertThat(event.getString("note")).isEqualTo("see the wiki");
        assertThat(decided.body()).contains("Ada (test)");
        assertThat(list("?state=expected&assignee=Grace").getLong("id")).isEqualTo(regression);
        assertThat(admin.get(PATH + "/precision").json().getInteger("real")).isEqualTo(1);
    }

    @Test
    void answersInTheShapesThatAreDescribed() {
        OpenApiShapes shapes =
                new OpenApiShapes(server.anonymous().get("/openapi.json").json());

        assertThat(shapes.complaints(
                        "RegressionDetails",
                        admin.get(PATH + "/regressions/" + regression).json()))
                .isEmpty();
        assertThat(shapes.complaints(
                        "Regressions", admin.get(PATH + "/regressions").json()))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoDecision() {
        assertThat(admin.post(PATH + "/regressions/" + regression + "/state", "{\"state\":\"retracted\"}")
                        .code())
                .isEqualTo("invalid-json");
        assertThat(admin.post(PATH + "/regressions/" + regression + "/notes", "{\"note\":\"\"}")
                        .code())
                .isEqualTo("invalid-json");
        assertThat(admin.post(PATH + "/regressions/999999/notes", "{\"note\":\"x\"}")
                        .code())
                .isEqualTo("not-found");
        assertThat(admin.get(PATH + "/regressions?state=odd").code()).isEqualTo("invalid-parameter");
    }

    @Test
    void aShiftWithinOneCommitHasNoCommandThatFindsItsCause() {
        Project still = server.project("still", true);
        ApiClient client = server.client(server.token(still, Scope.ADMIN));
        for (int i = 0; i < 20; i++) {
            double value = (i < 12 ? 1 : 1.5) * (1 + 0.001 * (i % 3));
            client.upload("still", String.format("abcdef%02d", Math.min(i, 11)), JmhDocument.suite(2, value));
        }
        String path = "/api/v1/projects/still/regressions";
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> !client.get(path + "?worse=true&state=confirmed")
                        .json()
                        .getJsonArray("regressions")
                        .isEmpty());
        long shift = client.get(path + "?worse=true")
                .json()
                .getJsonArray("regressions")
                .getJsonObject(0)
                .getLong("id");

        JsonObject narrowing = client.get(path + "/" + shift).json().getJsonObject("narrowing");

        assertThat(narrowing.getString("good"))
                .isEqualTo(narrowing.getString("bad"))
                .isEqualTo("abcdef11");
        assertThat(narrowing.getString("bisect")).isNull();
        assertThat(narrowing.getInteger("builds")).isZero();
    }

    private static JsonObject list(String query) {
        return admin.get(PATH + "/regressions" + query)
                .json()
                .getJsonArray("regressions")
                .getJsonObject(0);
    }
}
