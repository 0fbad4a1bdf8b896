package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void storesAPlainDocumentAndSaysWhere() {
        Project project = server.project("plain", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload("plain", SHA, JmhDocument.suite(3, 2.0));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getInteger("results")).isEqualTo(3);
        assertThat(answer.json().getInteger("points")).isEqualTo(3);
        assertThat(answer.json().getBoolean("duplicate")).isFalse();
        assertThat(answer.json().getString("url"))
                .isEqualTo("/projects/plain/runs/" + answer.json().getLong("id"));
        assertThat(client.get(answer.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void storesATableWithTheFormatThatItsContentShows() {
        Project project = server.project("table", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload("table", SHA, """
                Benchmark     Mode  Cnt  Score   Error  Units
                Codec.encode  avgt   15  2.000 ± 0.100  us/op
                Codec.decode  avgt   15  3.000 ± 0.100  us/op
                """);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getInteger("points")).isEqualTo(2);
        assertThat(answer.json().getJsonArray("notes").stream().map(note -> ((JsonObject) note).getString("code")))
                .as("what applies to all results is said once")
                .containsExactly("mean-only", "threads-assumed");
        assertThat(client.get(answer.header("Location")).json().getString("format"))
                .isEqualTo("jmh-text");
    }

    @Test
    void answersARepeatedUploadWithTheFirstRun() {
        Project project = server.project("repeated", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        Answer first = client.upload("repeated", SHA, JmhDocument.suite(2, 2.0));

        Answer second = client.upload("repeated", SHA, JmhDocument.suite(2, 2.0));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().getBoolean("duplicate")).isTrue();
        assertThat(second.json().getLong("id")).isEqualTo(first.json().getLong("id"));
        assertThat(runs(project)).isOne();
    }

    @Test
    void severalDocumentsAreOneRunUnderOneName() {
        Project project = server.project("in-parts", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String path = "/api/v1/projects/in-parts/runs?branch=main&commit=" + SHA + "&environment=ci-linux&run=build-7";

        Answer first = client.post(path, JmhDocument.of("a.B.one", 1, 2));
        Answer second = client.post(path, JmhDocument.of("a.B.two", 1, 2));

        assertThat(List.of(first, second)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().getLong("id")).isEqualTo(first.json().getLong("id"));
        });
        assertThat(runs(project)).isOne();
        String run = "/api/v1/projects/in-parts/runs/" + first.json().getLong("id");
        assertThat(client.get(run).json().getInteger("uploads")).isEqualTo(2);
        JsonArray uploads = client.get(run + "/uploads").json().getJsonArray("uploads");
        assertThat(uploads).hasSize(2);
        long upload = second.json().getLong("upload");
        assertThat(uploads.getJsonObject(1).getLong("id")).isEqualTo(upload);
        assertThat(client.get("/api/v1/projects/in-parts/uploads/" + upload)
                        .json()
                        .getLong("run"))
                .isEqualTo(first.json().getLong("id"));
        Answer document = client.get("/api/v1/projects/in-parts/uploads/" + upload + "/document");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).isEqualTo("application/gzip");
        assertThat(document.header("Content-Disposition")).contains("upload-" + upload + ".gz");
        assertThat(client.get("/api/v1/projects/in-parts/uploads/" + (upload + 1_000) + "/document")
                        .status())
                .isEqualTo(404);
        Project other = server.project("another-run", true);
        assertThat(server.anonymous()
                        .get("/api/v1/projects/" + other.slug() + "/uploads/" + upload)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesTheSameContentForTheSameHoweverItTravels() throws IOException {
        Project project = server.project("travel", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String document = JmhDocument.suite(2, 2.0);
        long first = client.upload("travel", SHA, document).json().getLong("id");

        Answer compressed = client.upload("travel", SHA, gzip(document));
        Answer encoded = client.upload("travel", SHA, gzip(document), "Content-Encoding", "gzip");

        assertThat(List.of(compressed, encoded)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().getLong("id")).isEqualTo(first);
        });
    }

    @Test
    void storesTheSameContentAgainUnderAnotherKey() {
        Project project = server.project("keys", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String path = "/api/v1/projects/keys/runs?branch=main&commit=" + SHA + "&environment=ci&key=";

        Answer first = client.post(path + "attempt-1", JmhDocument.suite(1, 2.0));
        Answer second = client.post(path + "attempt-2", JmhDocument.suite(1, 2.0));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(runs(project)).isEqualTo(2);
    }

    @Test
    void storesIdenticalUploadsThatArriveTogetherOnce() throws Exception {
        Project project = server.project("together", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String document = JmhDocument.suite(20, 2.0);

        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> client.upload("together", SHA, document)));
            }
        }

        List<Integer> statuses = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
            ids.add(answer.get().json().getLong("id"));
        }
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(runs(project)).isOne();
    }

    @Test
    void storesDifferentUploadsThatArriveTogether() throws Exception {
        Project project = server.project("crowd", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                String sha = "%040x".formatted(i + 1);
                String document = JmhDocument.suite(10, 2.0 + i);
                answers.add(threads.submit(() -> client.upload("crowd", sha, document)));
            }
        }

        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(201);
        }
        assertThat(runs(project)).isEqualTo(24);
    }

    @Test
    void readsMultipartWithMetadata() {
        Project project = server.project("parts", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        JsonObject metadata = new JsonObject()
                .put("branch", "main")
                .put("commit", SHA)
                .put("environment", "ci-linux")
                .put(
                        "commits",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("sha", SHA)
                                        .put("parent", "f".repeat(40))
                                        .put("committedAt", "2026-01-01T10:00:00Z")
                                        .put("author", "Ada <script>")
                                        .put("subject", "Faster 'quoted' \"text\" 𝄞"))
                                .add(new JsonObject().put("sha", "f".repeat(40))))
                .put("observed", new JsonObject().put("cpu", "Ryzen").put("cores", 8))
                .put("ci", new JsonObject().put("provider", "github-actions"));

        Answer answer = multipart(client, "parts", metadata.encode(), JmhDocument.suite(2, 1.0));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject run = client.get(answer.header("Location")).json();
        assertThat(run.getString("commit")).isEqualTo(SHA);
        assertThat(run.getString("author")).isEqualTo("Ada <script>");
        assertThat(run.getString("subject")).isEqualTo("Faster 'quoted' \"text\" 𝄞");
        assertThat(run.getJsonObject("observed").getString("cpu")).isEqualTo("Ryzen");
    }

    @Test
    void refusesMultipartWithoutAResult() {
        Project project = server.project("no-result", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String body = "--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n{}\r\n--x--\r\n";

        Answer answer =
                client.post("/api/v1/projects/no-result/runs", body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-multipart");
    }

    static Answer multipart(ApiClient client, String project, String metadata, String document) {
        String body = """
                --edge\r
                Content-Disposition: form-data; name="metadata"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="result"; filename="jmh.json"\r
                Content-Type: application/json\r
                \r
                %s\r
                --edge--\r
                """.formatted(metadata, document);
        return client.send(
                "POST",
                "/api/v1/projects/" + project + "/runs",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=edge");
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static long runs(Project project) {
        return server.count("select count(*) from run where project_id = " + project.id());
    }
}
