package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String NOBODYS = "plb_" + "A".repeat(43);

    private static Map<String, String> tokens = Map.of();

    @BeforeAll
    static void projects() {
        Project open = server.project("open", true);
        Project hidden = server.project("hidden", false);
        Project other = server.project("other", false);
        tokens = Map.of(
                "open upload", server.token(open, Scope.UPLOAD),
                "hidden upload", server.token(hidden, Scope.UPLOAD),
                "hidden read", server.token(hidden, Scope.READ),
                "hidden admin", server.token(hidden, Scope.ADMIN),
                "other admin", server.token(other, Scope.ADMIN),
                "instance", server.adminToken(),
                "nobody's", NOBODYS);
    }

    private static String token(String who) {
        return tokens.getOrDefault(who, "");
    }

    /** Who, which project, then the statuses of reading, uploading, listing tokens and making one. */
    static Stream<Arguments> rights() {
        return Stream.of(
                arguments("nobody", "open", 200, 401, 401, 401),
                arguments("nobody", "hidden", 404, 401, 401, 401),
                arguments("nobody", "missing", 404, 401, 401, 401),
                arguments("nobody's", "open", 401, 401, 401, 401),
                arguments("nobody's", "hidden", 404, 401, 401, 401),
                arguments("nobody's", "missing", 404, 401, 401, 401),
                arguments("other admin", "open", 401, 401, 401, 401),
                arguments("other admin", "hidden", 404, 401, 401, 401),
                arguments("open upload", "open", 200, 201, 403, 403),
                arguments("hidden upload", "hidden", 200, 201, 403, 403),
                arguments("hidden read", "hidden", 200, 403, 403, 403),
                arguments("hidden admin", "hidden", 200, 201, 200, 201),
                arguments("instance", "open", 200, 201, 200, 201),
                arguments("instance", "hidden", 200, 201, 200, 201),
                arguments("instance", "missing", 404, 404, 404, 404));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("rights")
    void grantsEachScopeItsActionsAndNoOthers(String who, String project, int read, int upload, int list, int create) {
        ApiClient client = tokens.containsKey(who) ? server.client(token(who)) : server.anonymous();
        String path = "/api/v1/projects/" + project;
        String document = JmhDocument.of("com.acme." + who.replaceAll("\\W", "") + ".run", 1.0);

        assertThat(client.get(path).status()).as("read").isEqualTo(read);
        assertThat(client.upload(project, SHA, document).status()).as("upload").isEqualTo(upload);
        assertThat(client.get(path + "/tokens").status()).as("list tokens").isEqualTo(list);
        assertThat(client.post(path + "/tokens", "{\"scope\":\"read\",\"label\":\"x\"}")
                        .status())
                .as("make a token")
                .isEqualTo(create);
    }

    @Test
    void answersForAPrivateProjectAsForOneThatDoesNotExist() {
        for (ApiClient client :
                List.of(server.anonymous(), server.client(NOBODYS), server.client(token("other admin")))) {
            for (String path : List.of("", "/runs", "/series", "/tokens")) {
                Answer hidden = client.get("/api/v1/projects/hidden" + path);
                Answer missing = client.get("/api/v1/projects/missing" + path);

                assertThat(hidden.status()).isEqualTo(missing.status());
                assertThat(hidden.body().replace("hidden", "missing")).isEqualTo(missing.body());
            }
        }
    }

    @Test
    void listsPrivateProjectsForTheInstanceOnly() {
        assertThat(server.anonymous().get("/api/v1/projects").body())
                .contains("open")
                .doesNotContain("hidden");
        assertThat(server.client(server.adminToken()).get("/api/v1/projects").body())
                .contains("hidden");
    }

    @Test
    void makesAProjectWithATokenOfTheInstanceOnly() {
        String body = "{\"slug\":\"made\",\"name\":\"Made <here>\"}";

        assertThat(server.anonymous().post("/api/v1/projects", body).code()).isEqualTo("token-required");
        assertThat(server.client(token("hidden admin"))
                        .post("/api/v1/projects", body)
                        .code())
                .isEqualTo("invalid-token");
        ApiClient instance = server.client(server.adminToken());
        assertThat(instance.post("/api/v1/projects", body).status()).isEqualTo(201);
        assertThat(instance.post("/api/v1/projects", body).code()).isEqualTo("project-exists");
        assertThat(instance.post("/api/v1/projects", "{\"slug\":\"Not A Slug\"}")
                        .code())
                .isEqualTo("invalid-slug");
        assertThat(instance.post("/api/v1/projects", "{}").code()).isEqualTo("invalid-json");
        assertThat(instance.post("/api/v1/projects", "x".repeat(100_000)).status())
                .isEqualTo(413);
    }

    @Test
    void letsARevokedAndAnExpiredTokenDoNothing() {
        ApiClient admin = server.client(token("hidden admin"));
        JsonObject revoked = admin.post("/api/v1/projects/hidden/tokens", "{\"scope\":\"read\",\"label\":\"a\"}")
                .json();
        JsonObject expired = admin.post(
                        "/api/v1/projects/hidden/tokens",
                        "{\"scope\":\"read\",\"label\":\"b\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .json();
        ApiClient holder = server.client(revoked.getString("token"));
        assertThat(holder.get("/api/v1/projects/hidden").status()).isEqualTo(200);

        assertThat(admin.delete("/api/v1/projects/hidden/tokens/" + revoked.getLong("id"))
                        .status())
                .isEqualTo(204);

        assertThat(holder.get("/api/v1/projects/hidden").status()).isEqualTo(404);
        assertThat(server.client(expired.getString("token"))
                        .get("/api/v1/projects/hidden")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/projects/hidden/tokens").body())
                .doesNotContain(revoked.getString("token"))
                .doesNotContain("plb_");
    }

    @Test
    void readsWithTheSignInCookieButChangesNothingWithIt() {
        String cookie = "plumbline_token=" + token("hidden admin");
        ApiClient client = server.anonymous();

        assertThat(client.get("/api/v1/projects/hidden", "Cookie", cookie).status())
                .isEqualTo(200);
        assertThat(client.post("/api/v1/projects/hidden/tokens", "{}", "Cookie", cookie)
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/projects/open", "Cookie", "plumbline_token=" + NOBODYS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsHowToAuthenticate() {
        Answer answer = server.anonymous().send("POST", "/api/v1/projects/open/runs", BodyPublishers.ofString("[]"));

        assertThat(answer.code()).isEqualTo("token-required");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
