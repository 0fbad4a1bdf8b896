package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationApiTest {

    @RegisterExtension
    static final TestServer server =
            TestServer.with(Map.of("PLUMBLINE_NOTIFY_HOSTS", "hooks.example.com, *.chat.example"));

    private static final String ADDRESS = "https://hooks.example.com/services/T0/secret-path";
    private static final String RULE =
            "{\"name\":\"Team\",\"channel\":\"webhook\",\"target\":\"" + ADDRESS + "\",\"benchmark\":\"com.acme.*\"}";

    @Test
    void showsTheSecretOnceAndOfTheAddressTheHostAlone() {
        ApiClient admin = admin("once");

        Answer made = admin.post(path("once"), RULE);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().getString("secret")).startsWith("plbs_").hasSize(48);
        Answer listed = admin.get(path("once"));
        Answer one = admin.get(made.header("Location"));
        for (Answer answer : new Answer[] {listed, one}) {
            assertThat(answer.body())
                    .doesNotContain("plbs_")
                    .doesNotContain("secret-path")
                    .contains("https://hooks.example.com/…");
        }
        assertThat(one.json().getJsonArray("events")).containsExactly("confirmed", "reopened", "fixed", "watchdog");
        assertThat(one.json().getString("benchmark")).isEqualTo("com.acme.*");
        assertThat(one.json().getString("metric")).isEqualTo("*");
    }

    @Test
    void changesARuleAndKeepsItsAddressAndSecretUnlessTold() {
        ApiClient admin = admin("changed");
        String location = admin.post(path("changed"), RULE).header("Location");

        Answer kept = put(admin, location, "{\"name\":\"Other\",\"channel\":\"webhook\",\"enabled\":false}");

        assertThat(kept.json().getString("target")).isEqualTo("https://hooks.example.com/…");
        assertThat(kept.json().containsKey("secret")).isFalse();
        assertThat(kept.json().getBoolean("enabled")).isFalse();
        assertThat(server.count("select count(*) from notification_rule where target = '" + ADDRESS + "'"))
                .isPositive();
        assertThat(put(admin, location, "{\"name\":\"Other\",\"channel\":\"webhook\",\"newSecret\":true}")
                        .json()
                        .getString("secret"))
                .startsWith("plbs_");
        assertThat(put(admin, location, "{\"name\":\"Other\",\"channel\":\"email\"}")
                        .code())
                .as("an address of another channel is none of this one")
                .isEqualTo("invalid-notification");
        assertThat(admin.delete(location).status()).isEqualTo(204);
        assertThat(admin.delete(location).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/x",
                "https://other.example.com/x",
                "https://chat.example/x",
                "https://hooks.example.com:8443/x",
                "https://user@hooks.example.com/x",
                "https://hooks.example.com.evil.example/x",
                "https://127.0.0.1/x",
                "ftp://hooks.example.com/x",
                ""
            })
    void refusesAnAddressThatTheOperatorDidNotList(String address) {
        Answer answer = admin("listed-" + Integer.toHexString(address.hashCode()))
                .post(
                        path("listed-" + Integer.toHexString(address.hashCode())),
                        "{\"name\":\"x\",\"channel\":\"slack\",\"target\":\"" + address + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-notification");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"channel\":\"pigeon\"}",
                "{\"name\":\"\",\"channel\":\"issue\"}",
                "{\"name\":\"x\",\"channel\":\"issue\",\"target\":\"somewhere\"}",
                "{\"name\":\"x\",\"channel\":\"issue\",\"events\":[\"everything\"]}",
                "{\"name\":\"x\",\"channel\":\"issue\",\"events\":[]}",
                "{\"name\":\"x\",\"channel\":\"issue\",\"minimumEffect\":-1}",
                "{\"name\":\"x\",\"channel\":\"email\",\"target\":\"a@example.com\\r\\nBcc: b@example.com\"}",
                "{\"name\":\"x\",\"channel\":\"email\",\"target\":\"A <a@example.com>\"}",
                "{\"name\":\"x\",\"channel\":\"email\",\"target\":\"\"}",
                "{\"name\":\"x\\ny\",\"channel\":\"issue\"}"
            })
    void refusesARuleThatDoesNotHold(String rule) {
        assertThat(admin("strict-" + Integer.toHexString(rule.hashCode()))
                        .post(path("strict-" + Integer.toHexString(rule.hashCode())), rule)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"UPLOAD, 403", "READ, 403", "ADMIN, 200"})
    void isForAdministratorsAlone(Scope scope, int status) {
        var project = server.project("rights-" + scope.label(), true);

        assertThat(server.client(server.token(project, scope))
                        .get(path(project.slug()))
                        .status())
                .isEqualTo(status);
        assertThat(server.anonymous().get(path(project.slug())).status()).isEqualTo(401);
    }

    @Test
    void watchesAreMadeChangedAndDeleted() {
        ApiClient admin = admin("watched");
        String watches = "/api/v1/projects/watched/watches";

        JsonObject made = admin.post(watches, "{\"environment\":\"ci\",\"everySeconds\":86400}")
                .json();
        assertThat(made.getInteger("graceSeconds")).isEqualTo(21_600);
        assertThat(made.getValue("lastRunAt")).isNull();
        JsonObject changed = admin.post(watches, "{\"environment\":\"ci\",\"everySeconds\":3600,\"graceSeconds\":60}")
                .json();
        assertThat(changed.getLong("id")).isEqualTo(made.getLong("id"));
        assertThat(changed.getInteger("everySeconds")).isEqualTo(3_600);
        assertThat(admin.post(watches, "{\"environment\":\"ci\",\"everySeconds\":0}")
                        .code())
                .isEqualTo("invalid-watch");
        assertThat(server.anonymous().get(watches).json().getJsonArray("watches"))
                .hasSize(1);
        assertThat(server.anonymous().get("/api/v1/projects/watched/alarms").body())
                .isEqualTo("{\"alarms\":[]}");
        assertThat(admin.delete(watches + "/" + made.getLong("id")).status()).isEqualTo(204);
    }

    @Test
    void answersInTheShapesThatTheDescriptionHas() {
        ApiClient admin = admin("shaped");
        OpenApiShapes shapes =
                new OpenApiShapes(server.anonymous().get("/openapi.json").json());
        Answer made = admin.post(path("shaped"), RULE);
        String location = made.header("Location");
        String watches = "/api/v1/projects/shaped/watches";

        check(shapes, "NotificationRuleWithSecret", made);
        check(shapes, "Queued", admin.post(location + "/test", ""));
        check(shapes, "NotificationRules", admin.get(path("shaped")));
        check(shapes, "NotificationRule", admin.get(location));
        check(shapes, "NotificationRuleWithSecret", put(admin, location, RULE));
        check(shapes, "Watch", admin.post(watches, "{\"environment\":\"ci\",\"everySeconds\":60}"));
        check(shapes, "Watches", admin.get(watches));
        check(shapes, "Alarms", admin.get("/api/v1/projects/shaped/alarms"));
        check(shapes, "FeedKey", admin.post("/api/v1/projects/shaped/feed-key", ""));
    }

    private static void check(OpenApiShapes shapes, String schema, Answer answer) {
        assertThat(shapes.complaints(schema, answer.json())).as(answer.body()).isEmpty();
    }

    private static ApiClient admin(String project) {
        return server.client(server.token(server.project(project, true), Scope.ADMIN));
    }

    private static Answer put(ApiClient client, String path, String body) {
        return client.send("PUT", path, BodyPublishers.ofString(body));
    }

    private static String path(String project) {
        return "/api/v1/projects/" + project + "/notifications";
    }
}
