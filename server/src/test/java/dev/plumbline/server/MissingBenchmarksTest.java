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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is missing is said, and never a success: in reports, checks, verdicts, alarms and on pages. */
class MissingBenchmarksTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String ALL_GOOD = "None of 6 benchmarks got slower";

    private String path = "";
    private String page = "";
    private String token = "";
    private @Nullable ApiClient admin;
    private int head;

    /** Ten commits of the base branch with six benchmarks, each of which says what it allocates. */
    @BeforeEach
    void history() {
        String slug = "m-" + UUID.randomUUID().toString().substring(0, 8);
        Project project = server.project(slug, true);
        path = "/api/v1/projects/" + slug;
        page = "/projects/" + slug;
        token = server.token(project, Scope.ADMIN);
        admin = server.client(token);
        for (int commit = 1; commit <= 10; commit++) {
            upload(main(commit), document(commit, 6));
        }
        policy("{\"blocks\": [{\"metric\": \"score\", \"minimumEffect\": 0.05}]}");
    }

    @Test
    void missingOnesComeFirstAndTheCheckIsNeutral() {
        JsonObject report = pullRequest(document(11, 1));

        assertThat(report.getString("sentence"))
                .isEqualTo("5 of 6 benchmarks are missing. The one that was measured is as fast as before.");
        assertThat(report.getString("decision")).isEqualTo("neutral");
        assertThat(report.getJsonArray("reasons")).containsExactly("5 of 6 benchmarks are missing.");
        assertThat(report.getBoolean("changed")).isTrue();
        assertThat(report.getInteger("rank")).isEqualTo(5);
        assertThat(report.getJsonObject("missing").getInteger("expected")).isEqualTo(6);
        assertThat(report.getJsonObject("missing").getInteger("missing")).isEqualTo(5);
        assertThat(changes(report)).containsOnly("missing").hasSize(5);
        assertThat(client().get(page + "/pull-requests").body()).contains("5 of 6 benchmarks are missing.");
    }

    @Test
    void oneWithoutANumberIsCalledFailed() {
        JsonArray document = document(11, 6);
        document.getJsonObject(3).put("primaryMetric", noNumber("us/op"));
        JsonObject report = pullRequest(document);

        assertThat(report.getString("sentence"))
                .startsWith("1 of 6 benchmarks failed. None of the 5 that were measured got slower");
        assertThat(report.getString("decision")).isEqualTo("neutral");
        assertThat(changes(report)).containsExactly("failed");
        long run = report.getJsonArray("runs").getLong(0);
        JsonObject verdicts = client().get(path + "/runs/" + run + "/verdicts").json();
        assertThat(verdicts.getJsonObject("missing").getInteger("failed")).isEqualTo(1);
        assertThat(verdicts.getJsonObject("summary").getString("sentence"))
                .startsWith("1 of 6 benchmarks failed. No regression in the other ");
        JsonObject listed =
                client().get(path + "/runs").json().getJsonArray("runs").getJsonObject(0);
        assertThat(listed.getLong("id")).isEqualTo(run);
        assertThat(listed.getJsonObject("summary")).isEqualTo(verdicts.getJsonObject("summary"));
        assertThat(client().get(page + "/runs/" + run).body())
                .contains("1 of 6 benchmarks failed.", "failed: acme.Codec.m3 [avgt]");
    }

    @Test
    void allFailedIsNoPass() {
        JsonArray document = document(11, 6);
        document.forEach(result -> ((JsonObject) result)
                .put("primaryMetric", noNumber("us/op"))
                .put("secondaryMetrics", new JsonObject()));

        JsonObject report = pullRequest(document);

        assertThat(report.getString("sentence"))
                .isEqualTo("All 6 benchmarks failed. Nothing was compared. This isn't a pass.");
        assertThat(report.getString("decision")).isEqualTo("neutral");
    }

    @Test
    void allAreMissingWhereNoneIsLeft() {
        JsonArray others = new JsonArray().add(result("fresh1", 11, 50)).add(result("fresh2", 11, 70));
        JsonObject report = pullRequest(others);

        assertThat(report.getString("sentence"))
                .isEqualTo("All 6 benchmarks are missing. Nothing was compared. This isn't a pass.");
        assertThat(report.getString("decision")).isEqualTo("neutral");
        assertThat(report.getInteger("rank")).isEqualTo(6);
    }

    @Test
    void aMetricWithoutANumberIsSaidAndIsNeutralIfThePolicyBlocksOnIt() {
        JsonArray document = document(11, 6);
        document.getJsonObject(2).put("secondaryMetrics", new JsonObject().put("gc.alloc.rate.norm", noNumber("B/op")));
        JsonObject report = pullRequest(document);

        assertThat(report.getString("sentence"))
                .startsWith(ALL_GOOD)
                .endsWith("gc.alloc.rate.norm has no number in 1 benchmark.");
        assertThat(report.getString("decision")).isEqualTo("success");
        assertThat(report.getBoolean("changed")).isFalse();

        policy("{\"blocks\": [{\"metric\": \"gc.alloc.rate.norm\"}]}");
        assertThat(report().getString("decision")).isEqualTo("neutral");
        assertThat(report().getBoolean("changed")).isTrue();
    }

    @Test
    void aRegressionBesideThemStillFailsAndThePolicyMayFailOnThemAlone() {
        JsonArray document = document(11, 4);
        document.set(0, result("m0", 11, 200));
        document.add(result("fresh", 11, 50));
        JsonObject report = pullRequest(document);

        assertThat(report.getString("sentence"))
                .startsWith("2 of 6 benchmarks are missing. 1 of the 4 that were measured got slower")
                .endsWith("1 more had no baseline: of it nothing is known.");
        assertThat(report.getString("decision")).isEqualTo("failure");

        policy("{\"missing\": \"fail\"}");
        assertThat(report().getString("decision")).isEqualTo("failure");
        assertThat(report().getJsonArray("reasons")).containsExactly("2 of 6 benchmarks are missing.");
        policy("{\"missing\": \"ignore\"}");
        assertThat(report().getString("decision")).isEqualTo("success");
        assertThat(report().getJsonArray("reasons").encode()).contains("The project's policy ignores that.");
    }

    @Test
    void deliberateRemovalsAreAcceptedUntilTheyComeBack() {
        JsonObject report = pullRequest(document(11, 4));
        String key = key(report, 0);

        Answer accepted = client().post(
                        path + "/removals",
                        new JsonObject()
                                .put("pullRequest", 7)
                                .put("benchmarks", new JsonArray().add(key).add("acme.Codec.m0[avgt,1]"))
                                .put("who", "Ada")
                                .encode());
        assertThat(accepted.json().getInteger("accepted"))
                .as("m0 isn't missing")
                .isEqualTo(1);
        assertThat(report().getString("sentence")).startsWith("1 of 5 benchmarks is missing.");
        assertThat(report().getJsonArray("environments").encode()).contains("\"acceptedBy\":\"Ada (test)\"");

        // The page's form does the same.
        String other = key(report, 1);
        Answer form = form(page + "/pull-requests/7", "environment=ci&benchmark=" + other);
        assertThat(form.status()).isEqualTo(303);
        assertThat(report().getString("sentence")).startsWith("None of 4 benchmarks got slower");
        assertThat(report().getString("decision")).isEqualTo("success");
        assertThat(client().get(page + "/pull-requests/7").body()).contains("removed, accepted by Ada (test)");

        // Another pull request that lacks them is told.
        assertThat(pullRequest(8, document(11, 4)).getString("sentence")).startsWith("2 of 6 benchmarks are missing.");
        assertThat(pullRequest(7, document(12, 6)).getString("sentence")).startsWith(ALL_GOOD);
        assertThat(pullRequest(7, document(13, 4)).getString("sentence")).startsWith("2 of 6 benchmarks are missing.");
    }

    @Test
    void theBaseBranchIsToldOnceAndWhenTheyReturn() {
        for (int commit = 11; commit <= 15; commit++) {
            upload(main(commit), document(commit, 3));
        }

        assertThat(judged(main(15)).getString("sentence")).startsWith("3 of 6 benchmarks are missing.");
        JsonArray alarms = alarms();
        assertThat(alarms).hasSize(3);
        assertThat(alarms.getJsonObject(0).getBoolean("failed")).isFalse();
        assertThat(client().get(page).body()).contains("3 benchmarks are missing on ci since ", "acme.Codec.m4");

        upload(main(16), document(16, 6));
        judged(main(16));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void oneThatFailsOnTheBaseBranchIsCalledFailed() {
        JsonArray document = document(11, 6);
        document.getJsonObject(3).put("primaryMetric", noNumber("us/op"));
        upload(main(11), document);

        assertThat(judged(main(11)).getString("sentence")).startsWith("1 of 6 benchmarks failed.");
        assertThat(alarms()).hasSize(1);
        assertThat(alarms().getJsonObject(0).getBoolean("failed")).isTrue();
        assertThat(client().get(page).body()).contains("1 benchmark failed on ci", "1 missing or failed");
    }

    @Test
    void whatTheBaseBranchLostMayBeAcceptedOnTheOverview() {
        upload(main(11), document(11, 4));
        judged(main(11));
        long alarm = alarms().getJsonObject(0).getLong("id");
        long other = alarms().getJsonObject(1).getLong("id");

        Answer elsewhere = client().post(
                        page + "/alarms",
                        "alarm=" + alarm,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Origin",
                        "https://elsewhere.example",
                        "Cookie",
                        "plumbline_token=" + token);
        assertThat(elsewhere.status()).as("another site's form").isEqualTo(401);
        assertThat(form(page + "/alarms", "alarm=" + alarm).status()).isEqualTo(303);
        assertThat(client().post(path + "/removals", "{\"alarms\": [" + other + "]}")
                        .json()
                        .getInteger("accepted"))
                .isEqualTo(1);
        assertThat(alarms()).isEmpty();
        upload(main(12), document(12, 4));
        assertThat(judged(main(12)).getString("sentence")).startsWith("None of 4 benchmarks got slower");
        assertThat(alarms()).isEmpty();

        upload(main(13), document(13, 6));
        judged(main(13));
        upload(main(14), document(14, 4));
        assertThat(judged(main(14)).getString("sentence"))
                .as("they came back")
                .startsWith("2 of 6 benchmarks are missing.");
    }

    @Test
    void anAcceptanceTakesEitherAPullRequestOrAlarms() {
        assertThat(client().post(path + "/removals", "{}").status()).isEqualTo(400);
        assertThat(client().post(path + "/removals", "{\"pullRequest\": 7}").status())
                .isEqualTo(400);
        assertThat(client().post(path + "/removals", "{\"pullRequest\": 99, \"benchmarks\": []}")
                        .status())
                .isEqualTo(404);
    }

    private ApiClient client() {
        return Objects.requireNonNull(admin);
    }

    private Answer form(String where, String body) {
        return client().post(
                        where,
                        body,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Origin",
                        server.address().toString(),
                        "Cookie",
                        "plumbline_token=" + token);
    }

    private JsonArray alarms() {
        return client().get(path + "/alarms").json().getJsonArray("alarms");
    }

    private static List<String> changes(JsonObject report) {
        return report.getJsonArray("environments").getJsonObject(0).getJsonArray("benchmarks").stream()
                .map(change -> ((JsonObject) change).getString("change"))
                .toList();
    }

    private static String key(JsonObject report, int index) {
        return report.getJsonArray("environments")
                .getJsonObject(0)
                .getJsonArray("benchmarks")
                .getJsonObject(index)
                .getString("benchmark");
    }

    private JsonObject pullRequest(JsonArray document) {
        return pullRequest(7, document);
    }

    private JsonObject pullRequest(int number, JsonArray document) {
        head++;
        upload(
                "branch=topic" + number + "&pullRequest=" + number + "&commit=" + "%040x".formatted(0xfeed00 + head),
                document);
        return await().atMost(30, TimeUnit.SECONDS)
                .until(() -> report(number), report -> report.getString("state").equals("judged"));
    }

    private JsonObject report() {
        return report(7);
    }

    private JsonObject report(int number) {
        return client().get(path + "/report?pullRequest=" + number).json();
    }

    private JsonObject judged(String query) {
        String commit = query.substring(query.indexOf("commit="));
        return await().atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> client().get(path + "/report?" + commit).json(),
                        report -> report.getString("state").equals("judged"));
    }

    private void upload(String query, JsonArray document) {
        Answer answer = client().post(path + "/runs?environment=ci&" + query, document.encode());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void policy(String policy) {
        Answer answer = client().send(
                        "PUT", path + "/policy", BodyPublishers.ofString(policy), "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String main(int commit) {
        return "branch=main&commit=%040x".formatted(commit);
    }

    private static JsonArray document(int run, int benchmarks) {
        JsonArray results = new JsonArray();
        for (int i = 0; i < benchmarks; i++) {
            results.add(result("m" + i, run, 100 * (i + 1)));
        }
        return results;
    }

    private static JsonObject result(String method, int run, double value) {
        double level = value * (1 + 0.001 * ((run * 7 + method.hashCode()) % 5));
        JsonObject result = JmhDocument.result("acme.Codec." + method, level, level * 1.002, level * 0.998);
        JsonObject bytes = JmhDocument.result("acme.Codec." + method, 1024, 1024, 1024)
                .getJsonObject("primaryMetric")
                .put("scoreUnit", "B/op");
        return result.put("secondaryMetrics", new JsonObject().put("gc.alloc.rate.norm", bytes));
    }

    /** As JMH writes the metric of a benchmark whose forks all failed. */
    private static JsonObject noNumber(String unit) {
        return new JsonObject()
                .put("score", "NaN")
                .put("scoreError", "NaN")
                .put("scoreConfidence", new JsonArray().add("NaN").add("NaN"))
                .put("scorePercentiles", new JsonObject())
                .put("scoreUnit", unit)
                .put("rawData", new JsonArray().add(new JsonArray().add("NaN")));
    }
}
