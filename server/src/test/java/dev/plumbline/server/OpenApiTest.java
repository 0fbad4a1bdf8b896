package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String PATH = "/api/v1/projects/described";

    private static String token = "";

    @BeforeAll
    static void upload() {
        Project project = server.project("described", true);
        token = server.token(project, Scope.ADMIN);
        for (int i = 1; i <= 6; i++) {
            Answer answer = server.client(token)
                    .upload("described", "%040x".formatted(i), JmhDocument.suite(2, i == 6 ? 9.0 : 2.0 + i * 0.001));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    void describesEveryRouteOfTheApiAndNoOther() {
        Set<String> described = new TreeSet<>();
        JsonObject paths = document().getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (!method.equals("parameters")) {
                    described.add(method + " " + path);
                }
            }
        }

        Set<String> routed = server.application().routes().stream()
                .map(route -> route.replaceAll(":(\\w+)", "{$1}"))
                .filter(route -> route.matches("\\w+ /(api/|health/|metrics|openapi).*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(routed);
    }

    @Test
    void describesParametersOfThePathWhereTheyStand() {
        JsonObject paths = document().getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            List<String> named = paths.getJsonObject(path).getJsonArray("parameters", new JsonArray()).stream()
                    .map(parameter -> ((JsonObject) parameter).getString("name"))
                    .toList();
            assertThat(path)
                    .satisfies(text -> named.forEach(name -> assertThat(text).contains("{" + name + "}")));
        }
    }

    @Test
    void answersInTheShapesThatItDescribes() {
        ApiClient client = server.client(token);
        JsonObject latest =
                client.get(PATH + "/runs").json().getJsonArray("runs").getJsonObject(0);
        String run = PATH + "/runs/" + latest.getLong("id");
        client.judged(run);
        long series = client.get(PATH + "/series")
                .json()
                .getJsonArray("series")
                .getJsonObject(0)
                .getLong("id");
        OpenApiShapes shapes = new OpenApiShapes(document());

        check(shapes, "Projects", server.anonymous().get("/api/v1/projects"));
        check(shapes, "Project", client.get(PATH));
        check(shapes, "Branches", client.get(PATH + "/branches"));
        check(shapes, "Environments", client.get(PATH + "/environments"));
        check(shapes, "Benchmarks", client.get(PATH + "/benchmarks"));
        check(shapes, "SeriesList", client.get(PATH + "/series"));
        check(shapes, "NoiseList", client.get(PATH + "/noise?environment=ci"));
        check(shapes, "Series", client.get(PATH + "/series/" + series));
        check(shapes, "Points", client.get(PATH + "/series/" + series + "/points"));
        check(shapes, "Points", client.get(PATH + "/series/" + series + "/points?downsample=4"));
        check(shapes, "Runs", client.get(PATH + "/runs"));
        check(shapes, "Run", client.get(run));
        check(shapes, "Verdicts", client.get(run + "/verdicts"));
        check(shapes, "Audit", client.get(run + "/audit"));
        check(shapes, "Regressions", client.get(PATH + "/regressions"));
        check(shapes, "Precision", client.get(PATH + "/precision"));
        check(shapes, "Thresholds", client.get(PATH + "/thresholds"));
        check(shapes, "Thresholds", client.send("PUT", PATH + "/thresholds", BodyPublishers.ofString("""
            {"rules": [{"benchmark": "a*", "confidence": 0.9}, {"test": "t-test", "upperBoundary": 0.99,
                "lowerBoundary": 0.9, "minSampleSize": 2, "maxSampleSize": 9, "window": 100000000}]}\
            """)));
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> !client.get(run + "/verdicts").body().contains("\"rule\":null"));
        check(shapes, "Verdicts", client.get(run + "/verdicts"));
        check(shapes, "Tokens", client.get(PATH + "/tokens"));
        check(shapes, "TokenWithSecret", client.post(PATH + "/tokens", "{\"scope\":\"read\",\"label\":\"x\"}"));
        check(shapes, "TrustedRepository", client.post(PATH + "/trust", """
            {"issuer":"https://gitlab.com","repository":"acme/widgets","ref":"refs/heads/*"}\
            """));
        check(
                shapes,
                "QuarantineAllowed",
                client.send("PUT", PATH + "/trust/quarantine", BodyPublishers.ofString("{\"allowed\":true}")));
        check(shapes, "Trust", client.get(PATH + "/trust"));
        check(shapes, "JudgeAgain", client.post(run + "/judge", ""));
        check(shapes, "StoredRun", client.upload("described", "abcdef0", JmhDocument.suite(1, 1)));
        check(shapes, "Problem", client.upload("described", "abcdef0", "["));
        check(shapes, "Deliveries", client.get(PATH + "/deliveries"));
        check(shapes, "Health", client.get("/health/ready"));
    }

    private static void check(OpenApiShapes shapes, String schema, Answer answer) {
        assertThat(shapes.complaints(schema, answer.json())).as(answer.body()).isEmpty();
    }

    private static JsonObject document() {
        return server.anonymous().get("/openapi.json").json();
    }
}
