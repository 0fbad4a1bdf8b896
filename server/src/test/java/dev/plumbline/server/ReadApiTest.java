package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadApiTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final int RUNS = 40;
    private static final String PATH = "/api/v1/projects/history";

    /** Forty runs at 2 µs, of which the 20th is three times as slow. */
    @BeforeAll
    static void history() {
        Project project = server.project("history", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        for (int i = 1; i <= RUNS; i++) {
            double value = i == 20 ? 6.0 : 2.0 + 0.001 * (i % 5);
            JsonArray results = new JsonArray()
                    .add(JmhDocument.result("com.acme.Foo.bar", value, value * 1.01, value * 0.99)
                            .put("params", new JsonObject().put("size", "10")))
                    .add(JmhDocument.result("=com.acme.Evil", value, value));
            Answer answer = client.post(
                    PATH + "/runs?branch=main&environment=ci&commit=" + sha(i)
                            + "&commitTime=2026-01-%02dT%02d:00:00Z".formatted(1 + i / 24, i % 24),
                    results.encode());
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    void givesPointsInTheOrderOfTheCommits() {
        JsonObject answer = points("");

        assertThat(answer.getString("branch")).isEqualTo("main");
        assertThat(answer.getJsonObject("series").getString("unit")).isEqualTo("s/op");
        assertThat(commits(answer)).hasSize(RUNS).startsWith(sha(1)).endsWith(sha(RUNS));
        // 2.001 µs, the mean of three forks around it: (1 + 1.01 + 0.99) / 3 = 1.
        assertThat(answer.getJsonArray("points").getJsonObject(0).getDouble("value"))
                .isCloseTo(2.001e-6, Percentage.withPercentage(1e-6));
        assertThat(answer.getJsonArray("points").getJsonObject(0).getJsonArray("forks"))
                .hasSize(3);
    }

    /** Of the values 2.000 to 2.004 µs a fifth each, the median is 2.002 and the median distance from it 0.001 µs, 0.05 %. */
    @Test
    void saysByHowMuchRunsDiffer() {
        JsonArray noise =
                server.anonymous().get(PATH + "/noise?environment=ci").json().getJsonArray("series");

        JsonObject bar = noise.getJsonObject(noise.size() - 1);
        assertThat(bar.getString("benchmark")).isEqualTo("com.acme.Foo.bar");
        assertThat(bar.getJsonObject("params").getString("size")).isEqualTo("10");
        assertThat(bar.getString("metric")).isEqualTo("score");
        assertThat(bar.getInteger("runs")).isEqualTo(RUNS);
        assertThat(bar.getDouble("level")).isCloseTo(2.002e-6, Percentage.withPercentage(0.05));
        assertThat(bar.getDouble("noise")).isCloseTo(1.4826 * 40 / 39.2 * 0.0005, Percentage.withPercentage(1));
        assertThat(server.anonymous()
                        .get(PATH + "/noise?environment=elsewhere")
                        .json()
                        .getJsonArray("series"))
                .isEmpty();
        assertThat(server.anonymous().get(PATH + "/noise").status()).isEqualTo(400);
    }

    @Test
    void runsBenchmarksAndSeriesNameTheirHarness() {
        Project project = server.project("gopher", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String path = "/api/v1/projects/gopher";
        for (int i = 1; i <= 2; i++) {
            Answer answer = client.post(
                    path + "/runs?branch=main&environment=ci&commit=" + sha(i),
                    "pkg: acme/text\nBenchmarkSplit-2 1000 10%1$d ns/op\nBenchmarkSplit-2 1000 10%1$d ns/op\n"
                            .formatted(i));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }

        JsonObject run = server.anonymous()
                .get(path + "/runs")
                .json()
                .getJsonArray("runs")
                .getJsonObject(0);
        assertThat(run.getString("harness")).isEqualTo("go");
        assertThat(run.getString("format")).isEqualTo("go-bench");
        for (String list : List.of("benchmarks", "series")) {
            assertThat(server.anonymous()
                            .get(path + "/" + list)
                            .json()
                            .getJsonArray(list)
                            .getJsonObject(0)
                            .getString("harness"))
                    .as(list)
                    .isEqualTo("go");
        }
        assertThat(server.anonymous()
                        .get(PATH + "/runs")
                        .json()
                        .getJsonArray("runs")
                        .getJsonObject(0)
                        .getString("harness"))
                .isEqualTo("jmh");
    }

    @Test
    void cutsARangeByCommitAndByTime() {
        assertThat(commits(points("?from=" + sha(5) + "&to=" + sha(7)))).containsExactly(sha(5), sha(6), sha(7));
        assertThat(commits(points("?from=2026-01-01T05:00:00Z&to=2026-01-01T06:30:00Z")))
                .containsExactly(sha(5), sha(6));
        assertThat(commits(points("?limit=2"))).containsExactly(sha(39), sha(40));
    }

    @Test
    void keepsTheExtremesWhenItDownsamples() {
        JsonObject answer = points("?downsample=8");

        assertThat(commits(answer)).hasSizeLessThanOrEqualTo(8).contains(sha(1), sha(20), sha(40));
        assertThat(answer.getJsonObject("downsampled").getInteger("of")).isEqualTo(RUNS);
    }

    @Test
    void givesTheSameAsCsvWithFormulasDisarmed() {
        String points = server.anonymous()
                .get(PATH + "/series/" + series() + "/points.csv?limit=3")
                .body();
        String benchmarks = server.anonymous().get(PATH + "/benchmarks.csv").body();

        assertThat(points.lines().findFirst()).contains("run,commit,committedAt,uploadedAt,value,forks,iterations");
        assertThat(points.lines()).hasSize(4);
        assertThat(benchmarks).contains(",'=com.acme.Evil,").contains("\"{\"\"size\"\": \"\"10\"\"}\"");
    }

    @Test
    void answersAKnownTagWithNothing() {
        ApiClient client = server.anonymous();
        Answer first = client.get(PATH + "/benchmarks");

        Answer second = client.get(PATH + "/benchmarks", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void givesPages() {
        JsonObject first = server.anonymous().get(PATH + "/runs?perPage=25").json();
        JsonObject second =
                server.anonymous().get(PATH + "/runs?perPage=25&page=2").json();

        assertThat(first.getJsonArray("runs")).hasSize(25);
        assertThat(first.getInteger("nextPage")).isEqualTo(2);
        assertThat(second.getJsonArray("runs")).hasSize(RUNS - 25);
        assertThat(second.getValue("nextPage")).isNull();
        assertThat(server.anonymous().get(PATH + "/runs?page=0").code()).isEqualTo("invalid-parameter");
    }

    @Test
    void findsBenchmarksByPartOfTheirName() {
        assertThat(names("?q=FOO")).containsExactly("com.acme.Foo.bar");
        assertThat(names("?q=%25")).isEmpty();
        assertThat(names("?q=%3D")).containsExactly("=com.acme.Evil");
        assertThat(names("")).hasSize(2);
    }

    @Test
    void filtersRunsAndSeries() {
        ApiClient client = server.anonymous();

        assertThat(client.get(PATH + "/runs?commit=" + sha(3)).json().getJsonArray("runs"))
                .hasSize(1);
        assertThat(client.get(PATH + "/runs?branch=none").json().getJsonArray("runs"))
                .isEmpty();
        assertThat(client.get(PATH + "/series?metric=score&environment=ci")
                        .json()
                        .getJsonArray("series"))
                .hasSize(2);
        assertThat(client.get(PATH + "/branches")
                        .json()
                        .getJsonArray("branches")
                        .getJsonObject(0)
                        .getInteger("runs"))
                .isEqualTo(RUNS);
        assertThat(client.get(PATH + "/environments")
                        .json()
                        .getJsonArray("environments")
                        .getJsonObject(0)
                        .getString("label"))
                .isEqualTo("ci");
    }

    @Test
    void givesVerdictsOnceTheRunIsJudged() {
        ApiClient client = server.anonymous();
        long run = client.get(PATH + "/runs?commit=" + sha(20))
                .json()
                .getJsonArray("runs")
                .getJsonObject(0)
                .getLong("id");
        JsonObject verdicts = client.judged(PATH + "/runs/" + run + "/verdicts");

        assertThat(verdicts.getString("status")).isEqualTo("judged");
        JsonObject worst = verdicts.getJsonArray("verdicts").getJsonObject(0);
        assertThat(worst.getString("outcome")).isEqualTo("regressed");
        // 6 µs against 2.002 µs on average.
        assertThat(worst.getDouble("ratio")).isBetween(2.9, 3.1);
        assertThat(worst.getJsonObject("baseline").getInteger("runs")).isPositive();
        assertThat(client.get(PATH + "/runs/" + run + "/verdicts.csv").body().lines())
                .hasSize(3);
    }

    @Test
    void givesWhatTheAuditSays() {
        ApiClient client = server.anonymous();
        long run = client.get(PATH + "/runs")
                .json()
                .getJsonArray("runs")
                .getJsonObject(0)
                .getLong("id");

        JsonObject audit = client.get(PATH + "/runs/" + run + "/audit").json();

        assertThat(audit.getLong("run")).isEqualTo(run);
        assertThat(audit.getJsonObject("counts").getInteger("invalid")).isZero();
        JsonObject shortWarmUp = audit.getJsonArray("findings").stream()
                .map(JsonObject.class::cast)
                .filter(finding -> finding.getString("code").equals("short-warm-up"))
                .findFirst()
                .orElseThrow();
        assertThat(shortWarmUp.getString("severity")).isEqualTo("minor");
        assertThat(shortWarmUp.getString("what")).isEqualTo("Less than 5 s of warm-up: 3 × 1 s");
        assertThat(shortWarmUp.getString("why")).isNotEmpty();
        assertThat(shortWarmUp.getString("remedy")).isNotEmpty();
        assertThat(shortWarmUp.getInteger("concerned")).isEqualTo(shortWarmUp.getInteger("benchmarks"));
        assertThat(shortWarmUp
                        .getJsonArray("cases")
                        .getJsonObject(0)
                        .getJsonObject("numbers")
                        .getDouble("seconds"))
                .isEqualTo(3);
    }

    @Test
    void saysWhatIsNotThere() {
        ApiClient client = server.anonymous();

        for (String path : List.of(
                "/runs/999999",
                "/runs/x",
                "/runs/999999/verdicts",
                "/runs/999999/audit",
                "/series/0",
                "/series/-1/points")) {
            assertThat(client.get(PATH + path).code()).as(path).isEqualTo("not-found");
        }
    }

    @Test
    void pointsOfAnUnknownBranchAreNoEmptyList() {
        String path = PATH + "/series/" + series() + "/points";

        assertThat(server.anonymous().get(path + "?branch=nope").code()).isEqualTo("not-found");
        assertThat(server.anonymous().get(path + ".csv?branch=pull/99").code()).isEqualTo("not-found");
        assertThat(points("?branch=main&from=2100-01-31").getJsonArray("points"))
                .isEmpty();
        assertThat(points("?branch=main&to=2100-01-31").getJsonArray("points")).isNotEmpty();
    }

    private static long series() {
        return server.anonymous()
                .get(PATH + "/series?benchmark=com.acme.Foo.bar")
                .json()
                .getJsonArray("series")
                .getJsonObject(0)
                .getLong("id");
    }

    private static JsonObject points(String query) {
        return server.anonymous()
                .get(PATH + "/series/" + series() + "/points" + query)
                .json();
    }

    private static List<String> names(String query) {
        List<String> names = new ArrayList<>();
        for (Object benchmark :
                server.anonymous().get(PATH + "/benchmarks" + query).json().getJsonArray("benchmarks")) {
            names.add(((JsonObject) benchmark).getString("name"));
        }
        return names;
    }

    private static List<String> commits(JsonObject points) {
        List<String> commits = new ArrayList<>();
        for (Object point : points.getJsonArray("points")) {
            commits.add(((JsonObject) point).getString("commit"));
        }
        return commits;
    }

    private static String sha(int number) {
        return "%040x".formatted(number);
    }
}
