package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdApiTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String RULES = "{\"rules\":[{\"benchmark\":\"com.acme.*\",\"metric\":\"score\","
            + "\"environment\":\"*\",\"test\":\"percentage\",\"upperBoundary\":0.1}]}";

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
                "instance", server.adminToken());
    }

    /** Who, which project, then the statuses of reading and replacing. */
    static Stream<Arguments> rights() {
        return Stream.of(
                arguments("nobody", "open", 200, 401),
                arguments("nobody", "hidden", 404, 401),
                arguments("nobody", "missing", 404, 401),
                arguments("other admin", "open", 401, 401),
                arguments("other admin", "hidden", 404, 401),
                arguments("open upload", "open", 200, 403),
                arguments("hidden upload", "hidden", 200, 403),
                arguments("hidden read", "hidden", 200, 403),
                arguments("hidden admin", "hidden", 200, 200),
                arguments("instance", "open", 200, 200),
                arguments("instance", "hidden", 200, 200),
                arguments("instance", "missing", 404, 404));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("rights")
    void readersSeeTheRulesAndAdministratorsReplaceThem(String who, String project, int read, int replace) {
        ApiClient client = tokens.containsKey(who) ? server.client(tokens.get(who)) : server.anonymous();

        assertThat(client.get(path(project)).status()).as("read").isEqualTo(read);
        assertThat(put(client, project, RULES).status()).as("replace").isEqualTo(replace);
    }

    @Test
    void givesBackWhatWasPutAndNothingOfItBefore() {
        ApiClient admin = admin("kept");

        assertThat(admin.get(path("kept")).body()).isEqualTo("{\"rules\":[]}");
        assertThat(put(admin, "kept", RULES).body()).isEqualTo(RULES);
        assertThat(admin.get(path("kept")).body()).isEqualTo(RULES);
        put(admin, "kept", "{\"rules\":[{\"minimumEffect\":0.05},{\"confidence\":0.9}]}");
        assertThat(admin.get(path("kept")).body())
                .as("a refused list changes nothing")
                .isEqualTo(RULES);
        assertThat(put(admin, "kept", "{\"rules\":[]}").status()).isEqualTo(200);
        assertThat(admin.get(path("kept")).body()).isEqualTo("{\"rules\":[]}");
    }

    @Test
    void keepsEveryFieldOfEveryTest() {
        ApiClient admin = admin("whole");
        String rules = """
                {"rules":[\
                {"benchmark":"a*","metric":"score","environment":"ci","test":"default","minimumEffect":0.05,"confidence":0.99},\
                {"benchmark":"b?","metric":"*","environment":"*","test":"static","lowerBoundary":-1.5,"upperBoundary":2.5},\
                {"benchmark":"c","metric":"*","environment":"*","test":"z-score","lowerBoundary":0.9,"minSampleSize":3},\
                {"benchmark":"d","metric":"*","environment":"*","test":"t-test","upperBoundary":0.99,"maxSampleSize":64},\
                {"benchmark":"e","metric":"*","environment":"*","test":"log-normal","upperBoundary":0.99,"window":3600},\
                {"benchmark":"f","metric":"*","environment":"*","test":"iqr","upperBoundary":3.0},\
                {"benchmark":"g","metric":"*","environment":"*","test":"delta-iqr","upperBoundary":3.0},\
                {"benchmark":"*","metric":"*","environment":"*","test":"default"}]}""";

        assertThat(put(admin, "whole", rules).body()).isEqualTo(rules);
        assertThat(admin.get(path("whole")).body()).isEqualTo(rules);
    }

    @Test
    void refusesBadRulesWithTheRuleAndThePlace() {
        ApiClient admin = admin("strict");

        Answer answer = put(admin, "strict", "{\"rules\": [\n  {\"minimalEffect\": 0.05}\n]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-field");
        assertThat(answer.json().getString("detail")).startsWith("rule 1: 'minimalEffect' isn't a field of a rule");
        assertThat(answer.json().getInteger("line")).isEqualTo(2);
        assertThat(answer.json().getInteger("column")).isEqualTo(21);
        assertThat(put(admin, "strict", "").code()).isEqualTo("empty-document");
        assertThat(put(admin, "strict", "x".repeat(70_000)).status()).isEqualTo(413);
    }

    @Test
    void ofTwoWhoChangeTheSameRulesTheSecondIsTold() {
        ApiClient admin = admin("shared");
        String read = admin.get(path("shared")).header("ETag");

        Answer first = put(admin, "shared", RULES, "If-Match", read);
        Answer second = put(admin, "shared", "{\"rules\":[]}", "If-Match", read);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("precondition-failed");
        assertThat(admin.get(path("shared")).body()).isEqualTo(RULES);
        assertThat(put(admin, "shared", "{\"rules\":[]}", "If-Match", first.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(put(admin, "shared", RULES, "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void aVerdictSaysWhichRuleAppliedAndTheNewestRunIsJudgedAgain() {
        ApiClient admin = admin("judged");
        for (int i = 1; i <= 5; i++) {
            upload(admin, i, 2.0 + i * 0.001);
        }
        long run = upload(admin, 6, 3.0);
        JsonObject before = verdict(admin, run, "moderated-t");
        assertThat(before.getString("outcome")).isEqualTo("regressed");
        assertThat(before.getValue("rule")).isNull();
        assertThat(before.getValue("upperLimit")).isNull();

        put(admin, "judged", """
                {"rules": [{"benchmark": "com.acme.*", "metric": "score", "environment": "lab-*", "confidence": 0.9},
                    {"environment": "ci-linux", "test": "percentage", "upperBoundary": 0.6}]}""");

        JsonObject after = verdict(admin, run, "classic-percentage");
        assertThat(after.getString("outcome")).isEqualTo("unchanged");
        assertThat(after.getJsonObject("rule")).isEqualTo(new JsonObject("""
                        {"benchmark": "*", "metric": "*", "environment": "ci-linux", "test": "percentage",
                            "upperBoundary": 0.6}"""));
        // The mean of 2.001 to 2.005 µs/op and 60 % of it.
        assertThat(after.getDouble("upperLimit")).isCloseTo(2.003e-6 * 1.6, within(1e-12));
        assertThat(after.getValue("lowerLimit")).isNull();
        assertThat(after.getValue("pValue")).isNull();
        assertThat(after.getJsonArray("reasons")).containsExactly("project-rule");
        assertThat(admin.get("/projects/judged/runs/" + run + "?outcome=unchanged")
                        .body())
                .contains("Rule *, in ci-linux: percentage, upper boundary 0.6.")
                .contains("Its limits are crossed above 3.2");
        assertThat(admin.get("/api/v1/projects/judged/runs/" + run + "/verdicts.csv")
                        .body())
                .contains("percentage");
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static JsonObject verdict(ApiClient client, long run, String method) {
        String path = "/api/v1/projects/judged/runs/" + run + "/verdicts";
        return await().atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> client.get(path).json().getJsonArray("verdicts"),
                        verdicts -> !verdicts.isEmpty()
                                && verdicts.getJsonObject(0).getString("method").equals(method))
                .getJsonObject(0);
    }

    private static long upload(ApiClient client, int commit, double value) {
        Answer answer = client.upload("judged", "%040x".formatted(commit), JmhDocument.suite(1, value));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getLong("id");
    }

    private static ApiClient admin(String project) {
        return server.client(server.token(server.project(project, true), Scope.ADMIN));
    }

    private static Answer put(ApiClient client, String project, String rules, String... headers) {
        return client.send("PUT", path(project), BodyPublishers.ofString(rules), headers);
    }

    private static String path(String project) {
        return "/api/v1/projects/" + project + "/thresholds";
    }
}
