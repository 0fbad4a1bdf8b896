package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of pull requests and of branches without one, and the list of pull requests. */
class ChangePagesTest {

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of("PLUMBLINE_PUBLIC_URL", "https://perf.acme.example/"));

    private static final String PROJECT = "/projects/widgets";
    private static final String HEAD = "%040x".formatted(0xfeed);
    private static final String BRANCH_HEAD = "%040x".formatted(0xbeef);
    private static final String BOUNDARY = "a-boundary";

    private static String uploadToken = "";

    /**
     * Twelve runs of the base branch; a pull request that makes one of five benchmarks half as slow again and renames a class; and a branch
     * without a pull request, on which another one got slower.
     */
    @BeforeAll
    static void changes() {
        Project project = server.project("widgets", true);
        uploadToken = server.token(project, Scope.UPLOAD);
        for (int i = 1; i <= 12; i++) {
            send(metadata("main", "%040x".formatted(i)), suite(i, "", "com.acme.Old"));
        }
        send(
                metadata("topic", HEAD)
                        .put("pullRequest", 7)
                        .put("ci", ci().put("title", "A faster <index>").put("author", "ada")),
                suite(13, "com.acme.Suite.slow", "com.acme.New"));
        send(metadata("feature/a b", BRANCH_HEAD), suite(14, "com.acme.Suite.steady1", "com.acme.Old"));
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> report("pullRequest=7").getString("state").equals("judged")
                        && report("branch=feature/a%20b").getString("state").equals("judged"));
    }

    @Test
    void aRowLeadsToTheSeriesWithTheRun() {
        long run = report("pullRequest=7").getJsonArray("runs").getLong(0);
        Pattern series = Pattern.compile("/projects/widgets/series/\\d+\\?run=" + run + "\\b");

        assertThat(page("/pull-requests/7")).containsPattern("<a href=\"" + series);
        assertThat(get("/api/v1/projects/widgets/report.md?pullRequest=7").body())
                .containsPattern("\\[`Suite.slow`]\\(https://perf.acme.example" + series + "\\)");
        JsonObject changed = report("pullRequest=7")
                .getJsonArray("environments")
                .getJsonObject(0)
                .getJsonArray("changed")
                .getJsonObject(0);
        assertThat(changed.getString("benchmark")).isEqualTo("com.acme.Suite.slow");
        assertThat(changed.getDouble("change")).isBetween(0.45, 0.55);
        assertThat(changed.getString("url")).matches("https://perf.acme.example" + series);
    }

    @Test
    void whatChangedComesFirstAndTheRestIsFoldedAndCounted() {
        assertThat(page("/pull-requests/7"))
                .containsSubsequence(
                        "1 of the 5 that were measured got slower",
                        "6 series: 1 regressed, 4 unchanged, 1 without a baseline",
                        "class=\"name-method\">slow</span>",
                        "</table>",
                        "<summary>4 unchanged</summary>",
                        "class=\"name-method\">steady");
    }

    @Test
    void narrowsByVerdictMetricAndName() {
        assertThat(page("/pull-requests/7?outcome=unchanged&name=STEADY2"))
                .contains("1 series: 1 unchanged", ">steady2<")
                .doesNotContain(">steady1<", ">slow<");
        assertThat(page("/pull-requests/7?outcome=improved")).contains("No such series is improved.");
        assertThat(page("/pull-requests/7?metric=none")).contains("No series fits.");
        Answer unknown = get(PROJECT + "/pull-requests/7?outcome=slow");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("regressed, improved, changed, inconclusive, unchanged or no-baseline");
    }

    @Test
    void aBranchWithoutAPullRequestHasItsPage() {
        String branch = page("/branches/feature/a%20b");

        assertThat(branch)
                .contains("feature/a b", "Compared with", ">steady1<", "report.md?branch=feature%2Fa%20b")
                .doesNotContain("Deliveries", "Accept as removed");
        assertThat(report("branch=feature/a%20b").getString("url"))
                .isEqualTo("https://perf.acme.example/projects/widgets/branches/feature/a%20b");
        assertThat(report("branch=feature/a%20b").getString("sentence")).contains("got slower");
        Answer run = get(PROJECT + "/runs/"
                + report("branch=feature/a%20b").getJsonArray("runs").getLong(0));
        assertThat(run.body()).contains("href=\"/projects/widgets/branches/feature/a%20b\"");
    }

    @Test
    void anUnknownBranchIsNamed() {
        Answer page = get(PROJECT + "/branches/no/such", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("no branch 'no/such'");
        // The pull request's branch has a page under its number.
        assertThat(get(PROJECT + "/branches/topic").status()).isEqualTo(404);
        Answer api = get("/api/v1/projects/widgets/report?branch=nope");
        assertThat(api.status()).isEqualTo(404);
        assertThat(api.body()).contains("no such branch 'nope'");
        assertThat(get("/api/v1/projects/widgets/report?branch=main&pullRequest=7")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theListHasTitleAuthorBranchAgeVerdictAndCheck() {
        String list = page("/pull-requests");

        assertThat(list)
                .containsSubsequence(
                        "#7",
                        "A faster &lt;index&gt;",
                        "by ada",
                        "topic",
                        "just now",
                        "1 of the 5 that were measured got slower",
                        "neutral");
        assertThat(page("/pull-requests/7")).contains("#7 A faster &lt;index&gt;", "topic → main");
    }

    @Test
    void aSuccessBesideSomethingWorseSaysThatNothingBlocks() {
        String branch = page("/branches/feature/a%20b");

        assertThat(branch)
                .containsSubsequence(
                        "banner worse",
                        "got slower",
                        "verdict neutral",
                        "success, nothing blocks",
                        "1 series got worse.")
                .doesNotContain("verdict better");
        assertThat(get("/api/v1/projects/widgets/report.md?branch=feature/a%20b")
                        .body())
                .contains("**Check: success, nothing blocks.**");
    }

    @Test
    void aCertainRenameIsOfferedToWhoMayAcceptIt() {
        String offered = "com.acme.Old.moved → com.acme.New.moved, 1 benchmark";
        assertThat(page("/pull-requests/7"))
                .contains(offered, "Sign in</a> with a token of the scope admin to join them")
                .doesNotContain(">Join<", "Accept as removed");

        String cookie = "plumbline_token=" + server.adminToken();
        assertThat(get(PROJECT + "/pull-requests/7", "Cookie", cookie).body())
                .contains(offered, ">Join<", "Accept as removed")
                .doesNotContain("with a token of the scope admin");
        assertThat(join("com.acme.Suite.slow", "com.acme.New.moved", cookie).body())
                .contains("no longer offered here");
        assertThat(join("com.acme.Old.moved", "com.acme.New.moved", "").status())
                .isEqualTo(401);
    }

    private static Answer join(String from, String to, String cookie) {
        return server.anonymous()
                .post(
                        PROJECT + "/pull-requests/7",
                        "from=" + ApiClient.encoded(from) + "&to=" + ApiClient.encoded(to),
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "same-origin");
    }

    private static Answer get(String path, String... headers) {
        return server.anonymous().get(path, headers);
    }

    private static String page(String path) {
        Answer page = get(PROJECT + path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static JsonObject report(String query) {
        return get("/api/v1/projects/widgets/report?" + query).json();
    }

    private static JsonObject metadata(String branch, String commit) {
        return new JsonObject().put("branch", branch).put("commit", commit).put("environment", "ci");
    }

    private static JsonObject ci() {
        return new JsonObject().put("provider", "github-actions");
    }

    private static void send(JsonObject metadata, String document) {
        String body = part("metadata", "", metadata.encode()) + part("result", "; filename=\"jmh.json\"", document)
                + "--" + BOUNDARY + "--\r\n";
        Answer answer = server.client(uploadToken)
                .post(
                        "/api/v1/projects/widgets/runs",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file
                + "\r\nContent-Type: application/json\r\n\r\n" + content + "\r\n";
    }

    private static String suite(int run, String slow, String renamed) {
        JsonArray results = new JsonArray();
        for (String benchmark : List.of("steady0", "steady1", "steady2", "steady3", "slow")) {
            String name = "com.acme.Suite." + benchmark;
            results.add(result(name, run, name.equals(slow) ? 3 : 2));
        }
        return results.add(result(renamed + ".moved", run, 3)).encode();
    }

    private static JsonObject result(String benchmark, int run, double value) {
        double level = value * (1 + 0.002 * ((run * 7 + benchmark.length()) % 5));
        return JmhDocument.result(benchmark, level, level * 1.004, level * 0.996);
    }
}
