package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HEAD is answered wherever GET is, as GET is, without a body. */
class HeadTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> SAME = List.of(
            "Content-Type",
            "ETag",
            "Cache-Control",
            "Location",
            "Vary",
            "Content-Disposition",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "WWW-Authenticate");
    private static final Map<String, String> VALUES = new HashMap<>();

    private static String token = "";

    @BeforeAll
    static void upload() throws IOException, InterruptedException {
        Project project = server.project("asked", true);
        token = server.token(project, Scope.ADMIN);
        ApiClient client = server.client(token);
        JsonObject stored = client.upload("asked", "%040x".formatted(1), JmhDocument.suite(1, 2))
                .json();
        String path = "/api/v1/projects/asked";
        client.judged(path + "/runs/" + stored.getLong("id"));
        JsonObject series =
                client.get(path + "/series").json().getJsonArray("series").getJsonObject(0);
        String styles = get("GET", "/").body().replaceAll("(?s).*/assets/(plumbline[^\"]*css).*", "$1");
        VALUES.putAll(Map.of(
                ":project",
                "asked",
                ":run",
                stored.getValue("id").toString(),
                ":upload",
                stored.getValue("upload").toString(),
                ":series",
                series.getValue("id").toString(),
                ":benchmark",
                series.getValue("benchmarkId").toString()));
        VALUES.put("/assets/:file", "/assets/" + styles);
        VALUES.put("/charts/series/:file", "/charts/series/" + series.getValue("id") + ".svg");
        VALUES.put("/charts/sparkline/:file", "/charts/sparkline/" + series.getValue("id") + ".png");
    }

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @Test
    void isAnsweredAsGetIsWithoutABody() throws IOException, InterruptedException {
        List<String> routes = server.application().routes().stream()
                .filter(route -> route.startsWith("get /"))
                .map(route -> filled(route.substring("get ".length())))
                .toList();
        int found = 0;
        for (String path : routes) {
            HttpResponse<String> get = get("GET", path);
            HttpResponse<String> head = get("HEAD", path);

            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            for (String header : SAME) {
                assertThat(head.headers().firstValue(header))
                        .as(path + " " + header)
                        .isEqualTo(get.headers().firstValue(header));
            }
            found += get.statusCode() == 200 ? 1 : 0;
        }

        // The others are of things that this project doesn't have: a pull request, a regression, a notification rule.
        assertThat(found).as("addresses that lead somewhere, of %s", routes).isGreaterThan(40);
    }

    @Test
    void saysHowLongTheBodyWouldBe() throws IOException, InterruptedException {
        for (String path : List.of("/projects/asked", "/api/v1/projects/asked/runs", "/health/live")) {
            assertThat(get("HEAD", path).headers().firstValueAsLong("Content-Length"))
                    .as(path)
                    .hasValue(get("GET", path).body().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void isAnsweredFor404And401() throws IOException, InterruptedException {
        assertThat(get("HEAD", "/no-such-page").statusCode()).isEqualTo(404);
        assertThat(send("HEAD", "/api/v1/projects/asked/tokens", "").statusCode())
                .isEqualTo(401);
        assertThat(send("HEAD", "/projects/asked/notifications", "").statusCode())
                .isEqualTo(401);
    }

    private static String filled(String route) {
        String path = route;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            if (value.getKey().startsWith("/")) {
                path = path.replace(value.getKey(), value.getValue());
            }
        }
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            path = path.replaceAll(value.getKey() + "(?=/|$)", value.getValue());
        }
        return path.replaceAll(":\\w+", "1");
    }

    private static HttpResponse<String> get(String method, String path) throws IOException, InterruptedException {
        return send(method, path, token);
    }

    private static HttpResponse<String> send(String method, String path, String secret)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, BodyPublishers.noBody())
                .header("Accept", "text/html");
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
