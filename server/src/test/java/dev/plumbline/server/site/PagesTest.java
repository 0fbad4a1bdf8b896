package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.SampleHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PageServer server;
    private static SitePages pages;

    @BeforeAll
    static void start() {
        server = new PageServer();
        pages = new SitePages(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> everyPage() {
        long series = series("split");
        List<String> addresses = new ArrayList<>(pages.all().values());
        addresses.addAll(List.of(
                "/projects/acme/benchmarks?q=TOKENIZER&sort=noise",
                "/projects/acme/benchmarks?metric=gc.alloc.rate.norm&sort=change&verdict=none",
                "/projects/acme/runs?branch=pull/12",
                "/projects/acme/runs?author=%22%3E%3Cscript%3E&branch=%22%3E%3Cscript%3E&before=30&from=2026-09-01",
                "/projects/acme/benchmarks?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/projects/acme/series/" + series + "?from=" + SampleHistory.sha(10) + "&to=" + SampleHistory.sha(30),
                "/projects/acme/series/" + series + "?branch=pull/12",
                "/projects/acme/regressions?state=open&direction=all&assignee=%22%3E%3Cscript%3E",
                "/projects/acme/runs/" + run() + "?outcome=regressed",
                "/projects/acme/runs/" + server.keys.waitingRun()));
        return addresses;
    }

    @Test
    void noPageIsForgotten() {
        assertThat(pages.routes())
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(pages.all().values())
                        .as(route)
                        .anyMatch(path -> path.matches(route.replaceAll(":\\w+", "[^/]+"))));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageIsHtmlThatLetsNothingOut(String path) {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("\"><script")
                .doesNotContain("\u202e")
                .doesNotContain("style=\"")
                .doesNotContainPattern(" on[a-z]+=\"");
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageIsNotSentAgainWhileItStaysTheSame(String path) {
        String tag = get(path).headers().firstValue("ETag").orElse("");
        HttpResponse<String> again = send(request(path).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void theOverviewSaysWhatGotSlowerByHowMuchAndSinceWhichCommit() {
        String page = get("/projects/acme").body();

        assertThat(page)
                .contains("1 open regression<")
                .contains("+34.0 %")
                .contains("slower")
                .contains("a1b20029")
                .contains("Tokenizer: accept any Unicode white space")
                .contains("Ada Lovelace")
                .contains("1 suspicion<")
                .contains("1 regression fixed<")
                .contains("2 improvements<");
    }

    @Test
    void theRegressionSaysWhatMovedWhereItMayComeFromAndWhoMayDecide() {
        String page = get("/projects/acme/regressions/" + regression()).body();

        assertThat(page)
                .contains("+34.0 %")
                .contains("so the cause is one of 2 commits")
                .contains("measure first")
                .contains("plumbline bisect --good " + SampleHistory.sha(39) + " --bad " + SampleHistory.sha(41))
                .contains("you need a token with the scope admin")
                .doesNotContain("<textarea");
    }

    @Test
    void aFormOfAnotherSiteDecidesNothing() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(server.url("/projects/acme/regressions/" + regression())))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString("decision=false-alarm")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theListOfRegressionsBeginsWithHowOftenTheyAreReal() {
        assertThat(get("/projects/acme/regressions").body())
                .contains("How often they are real")
                .contains("/projects/acme/regressions/" + regression());
    }

    @Test
    void theOverviewOfAnEmptyProjectSaysHowToUpload() {
        assertThat(get("/projects/empty").body())
                .contains("No run has been uploaded yet.")
                .contains("/api/v1/projects/empty/runs?branch=main")
                .contains("/api/v1/projects/empty/tokens")
                .contains("/plumbline.jar")
                .contains("java -jar plumbline.jar upload jmh-result.json");
    }

    @Test
    void theSeriesHasItsPointsInATableToo() {
        String page = get("/projects/acme/series/" + series("split")).body();

        assertThat(page)
                .contains("<table class=\"points\">")
                .contains("95 % interval")
                .contains("± ");
        assertThat(page).contains("measured on AMD EPYC 7763 · Linux 6.1 · OpenJDK 25");
    }

    @Test
    void theRunExplainsWhatIsInconclusive() {
        String page =
                get("/projects/acme/runs/" + run() + "?outcome=inconclusive").body();

        assertThat(page)
                .contains("7 forks would settle it. With 3 forks the smallest detectable change is 8.0 %.")
                .contains("Reason no-such-reason (of another version).")
                .contains("href=\"https://ci.example.com/runs/1?a=1&amp;b=2\"");
    }

    @Test
    void aReasonOfAnotherVersionIsToldByTheApiToo() {
        assertThat(get("/api/v1/projects/acme/runs/" + run() + "/verdicts").body())
                .contains("\"reasons\":[\"one-fork\",\"no-such-reason\"]");
        assertThat(get("/api/v1/projects/acme/runs/" + run() + "/verdicts.csv").body())
                .contains("no-such-reason");
    }

    @Test
    void theRunSaysFirstWhatItsBaselineDiffersInAndThenWhatIsToBeDistrusted() {
        String page = get("/projects/acme/runs/" + run()).body();

        assertThat(page)
                .containsSubsequence(
                        "Measured differently from its",
                        "A different Java release from the baseline's: 24.0.2+12 → 25.0.1+8-LTS",
                        "all 6 benchmarks",
                        "id=\"audit\"",
                        "1 invalid, 1 serious, 2 minor",
                        "The optimising compiler was disabled: -XX:TieredStopAtLevel=1",
                        "The forks were still warming up",
                        "TokenizerBenchmark.split (size=10)",
                        "the first 2 of 5 iterations lie 50 % above the rest",
                        "<summary>2 minor</summary>",
                        "Less than 5 s of warm-up",
                        ">Verdicts<")
                .contains("/api/v1/projects/acme/runs/" + run() + "/audit");
    }

    @Test
    void aWaitingRunLooksAgainByItself() {
        assertThat(get("/projects/acme/runs/" + server.keys.waitingRun()).body())
                .contains("http-equiv=\"refresh\"")
                .contains("waiting to be judged");
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void anAddressThatLeadsNowhereIsAPageToo(String path) {
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create(server.url(path))).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<main").contains("All projects");
    }

    static List<String> nowhere() {
        return List.of(
                "/no-such-page",
                "/projects/no-such-project",
                "/projects/%22%3E%3Cscript%3E",
                "/projects/hidden",
                "/projects/acme/series/999999999",
                "/projects/acme/series/abc",
                "/projects/acme/series/99999999999999999999",
                "/projects/acme/runs/0",
                "/projects/acme/runs/" + server.hidden.pullRequestRun(),
                "/projects/acme/benchmarks/999999999");
    }

    @Test
    void aQueryThatDoesNotHoldIsRefusedWithItsReason() {
        HttpResponse<String> page = get("/projects/acme/benchmarks?page=minus-one");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("page");
        assertThat(get("/projects/acme/benchmarks?q=%00").statusCode()).isEqualTo(400);
        assertThat(get("/projects/acme/series/" + series("split") + "?from=%27").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTokenOpensAPrivateProject() {
        HttpResponse<String> refused = signIn("plb_" + "x".repeat(43), "/projects/hidden");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("This token is not valid here.");

        HttpResponse<String> accepted = signIn(server.instanceToken.text(), "/projects/hidden");
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location")).contains("/projects/hidden");
        String cookie = accepted.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");

        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(server.url("/projects/hidden")))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sign out");
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String next :
                List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "")) {
            assertThat(signIn(server.instanceToken.text(), next).headers().firstValue("Location"))
                    .contains("/");
        }
    }

    @Test
    void privateProjectsAreListedForThoseWhoMayReadThem() {
        assertThat(get("/").body()).contains("/projects/acme").doesNotContain("/projects/hidden");
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(server.url("/")))
                .header("Authorization", "Bearer " + server.instanceToken.text()));
        assertThat(page.body()).contains("/projects/hidden");
    }

    @Test
    void assetsAreKeptForEverUnderTheHashOfTheirContent() {
        Matcher sheet =
                Pattern.compile("/assets/plumbline\\.[0-9a-f]{12}\\.css").matcher(get("/").body());
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> asset = get(sheet.group());

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(asset.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(get("/assets/plumbline.000000000000.css").statusCode()).isEqualTo(404);
    }

    @Test
    void picturesComeAsSvgAndPngInBothThemes() {
        String base = "/projects/acme/charts/series/" + series("split");
        HttpResponse<String> svg = get(base + ".svg?theme=dark&width=640&height=300");
        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(svg.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(svg.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(svg.body()).startsWith("<svg").contains("#14171a");
        assertThat(get(base + ".png").headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("/projects/acme/charts/sparkline/" + series("split") + ".svg")
                        .body())
                .startsWith("<svg");
    }

    @Test
    void picturesOfOddSizesAreRefused() {
        String base = "/projects/acme/charts/series/" + series("split");
        assertThat(get(base + ".svg?width=1").statusCode()).isEqualTo(400);
        assertThat(get(base + ".svg?theme=pink").statusCode()).isEqualTo(400);
        assertThat(get(base + ".gif").statusCode()).isEqualTo(404);
    }

    private static long regression() {
        return server.history.regression(server.keys.project(), 41);
    }

    private static long series(String method) {
        return server.history.series(server.keys.project(), method, "score");
    }

    private static long run() {
        return server.keys.pullRequestRun();
    }

    private static HttpResponse<String> signIn(String token, String next) {
        String form = "token=" + token + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(server.url("/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    private static HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        pages.cookie(path).forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
