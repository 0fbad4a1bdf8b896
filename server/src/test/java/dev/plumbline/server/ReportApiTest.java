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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportApiTest {

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of("PLUMBLINE_PUBLIC_URL", "https://perf.acme.example/"));

    private static final String PATH = "/api/v1/projects/secret";
    private static final String HEAD = "%040x".formatted(0xfeed);

    private static String uploadToken = "";
    private static String adminToken = "";

    /** Twelve runs of the base branch, then a pull request that makes one of five benchmarks half as slow again and renames another. */
    @BeforeAll
    static void change() {
        Project project = server.project("secret", false);
        uploadToken = server.token(project, Scope.UPLOAD);
        adminToken = server.token(project, Scope.ADMIN);
        for (int i = 1; i <= 12; i++) {
            send("branch=main&commit=%040x".formatted(i), suite(i, 1, "com.acme.Old.moved"));
        }
        send("branch=topic&pullRequest=7&commit=" + HEAD, suite(13, 1.5, "com.acme.New.moved"));
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> report().getString("state").equals("judged"));
    }

    @Test
    void saysWhatThePullRequestDid() {
        JsonObject report = report();

        assertThat(report.getString("state")).isEqualTo("judged");
        assertThat(report.getString("sentence"))
                .startsWith("1 of 6 benchmarks is missing. 1 of the 5 that were measured got slower, ");
        assertThat(report.getString("decision")).isEqualTo("neutral");
        assertThat(report.getJsonArray("reasons"))
                .contains(
                        "1 of 6 benchmarks is missing.",
                        "The project's policy blocks nothing, so this check never fails.");
        assertThat(report.getInteger("rank")).isEqualTo(2);
        assertThat(report.getString("url")).isEqualTo("https://perf.acme.example/projects/secret/pull-requests/7");
        JsonObject environment = report.getJsonArray("environments").getJsonObject(0);
        assertThat(environment.getJsonObject("baseline").getString("rung")).isEqualTo("segment");
        assertThat(environment.getJsonArray("benchmarks").encode())
                .contains("renamed", "com.acme.Old.moved[avgt,1]", "com.acme.New.moved[avgt,1]");
        assertThat(admin().get(PATH + "/report?pullRequest=7").json()).isEqualTo(report);
    }

    @Test
    void theCommentIsTheSameInMarkdown() {
        Answer comment = admin().get(PATH + "/report.md?commit=" + HEAD + "&pullRequest=7");

        assertThat(comment.header("Content-Type")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(comment.header("Plumbline-Rank")).isEqualTo("2");
        assertThat(comment.header("Plumbline-State")).isEqualTo("judged");
        assertThat(comment.body())
                .startsWith("**1 of 6 benchmarks is missing.** **1 of the 5 that were measured got slower**")
                .contains("[`Suite.slow`](https://perf.acme.example/projects/secret/series/")
                .contains("plumbline duet base.jar head.jar '^(com\\.acme\\.Suite\\.slow)$'")
                .contains("most likely renamed: `Old.moved` → `New.moved`");
        assertThat(admin().get(PATH + "/report.md?limit=300&commit=" + HEAD).body())
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void whoHasThePicturesAddressSeesThatPictureAndNothingElse() {
        String comment = admin().get(PATH + "/report.md?commit=" + HEAD).body();
        Matcher picture = Pattern.compile("https://perf.acme.example(/projects/secret/charts/report/[^\"]+)")
                .matcher(comment);
        ApiClient nobody = server.anonymous();
        List<String> addresses = picture.results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(addresses).hasSize(4).allSatisfy(address -> {
            Answer answer = nobody.get(address);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.body()).contains("Suite.slow");
        });
        String forest = addresses.get(0);
        String key = forest.replaceAll(".*key=([^&]+).*", "$1");
        assertThat(nobody.get(forest.replace(".svg", ".png")).status()).isEqualTo(200);
        assertThat(nobody.get(forest.replace(key, "")).status()).isEqualTo(404);
        assertThat(nobody.get(forest.replaceAll("report/\\d+", "report/1")).status())
                .isEqualTo(404);
        assertThat(nobody.get(addresses.get(2).replaceAll("/\\d+\\.svg", "/1.svg?key=" + key + "&"))
                        .status())
                .isEqualTo(404);
        assertThat(nobody.get("/projects/nothing/charts/report/1.svg").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"report, 400", "report?commit=zzz, 400", "report?commit=0123456789, 404", "report?pullRequest=8, 404"})
    void saysWhatIsMissing(String path, int status) {
        assertThat(admin().get(PATH + "/" + path).status()).isEqualTo(status);
        assertThat(server.anonymous().get(PATH + "/" + path).status()).isEqualTo(404);
    }

    @Test
    void thePagesSayTheSame() {
        String one = admin().get("/projects/secret/pull-requests/7").body();
        String list = admin().get("/projects/secret/pull-requests").body();

        assertThat(one)
                .contains(
                        "1 of the 5 that were measured got slower",
                        "never fails",
                        "/projects/secret/deliveries?pullRequest=7")
                .contains("most likely renamed: com.acme.Old.moved → com.acme.New.moved");
        assertThat(list).contains("/projects/secret/pull-requests/7", "1 of the 5 that were measured got slower");
        assertThat(admin().get("/projects/secret/pull-requests/8").status()).isEqualTo(404);
        assertThat(server.anonymous().get("/projects/secret/pull-requests/7").status())
                .isEqualTo(404);
    }

    @Test
    void thePolicyDecidesWhatFails() {
        Answer before = admin().get(PATH + "/policy");
        assertThat(before.body())
                .isEqualTo(
                        "{\"comment\":\"always\",\"check\":true,\"missing\":\"neutral\",\"suspicions\":\"wait\",\"blocks\":[]}");

        Answer replaced =
                put("{\"comment\":\"changes\",\"blocks\":[{\"metric\":\"score\",\"minimumEffect\":0.1}]}", before);
        JsonObject blocked = report();
        assertThat(put("{}", before).status()).isEqualTo(412);
        put("{}", replaced);

        assertThat(replaced.json().getString("comment")).isEqualTo("changes");
        assertThat(blocked.getString("decision")).isEqualTo("failure");
        assertThat(blocked.getInteger("rank")).isGreaterThan(1_000_000);
        assertThat(report().getString("decision")).isEqualTo("neutral");
        assertThat(upload().send("PUT", PATH + "/policy", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(put("{\"block\":[]}", replaced).status()).isEqualTo(422);
    }

    private static Answer put(String policy, Answer known) {
        return admin().send(
                        "PUT",
                        PATH + "/policy",
                        BodyPublishers.ofString(policy),
                        "If-Match",
                        known.header("ETag"),
                        "Content-Type",
                        "application/json");
    }

    private static ApiClient admin() {
        return server.client(adminToken);
    }

    private static ApiClient upload() {
        return server.client(uploadToken);
    }

    private static JsonObject report() {
        return admin().get(PATH + "/report?pullRequest=7&commit=" + HEAD).json();
    }

    private static void send(String query, String document) {
        Answer answer = upload().post(PATH + "/runs?environment=ci&" + query, document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String suite(int run, double slower, String renamed) {
        JsonArray results = new JsonArray();
        for (int i = 0; i < 4; i++) {
            results.add(result("com.acme.Suite.steady" + i, run, 2 + i));
        }
        return results.add(result("com.acme.Suite.slow", run, 2 * slower))
                .add(result(renamed, run, 3))
                .encode();
    }

    private static JsonObject result(String benchmark, int run, double value) {
        double level = value * (1 + 0.002 * ((run * 7 + benchmark.hashCode()) % 5));
        return JmhDocument.result(benchmark, level, level * 1.004, level * 0.996);
    }
}
