package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.fake.FakeComment;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.forge.fake.FakeStatus;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullRequestDeliveryTest {

    private static final FakeForge FAKE = FakeForge.start();
    private static final ForgeFolder FOLDER = new ForgeFolder(FAKE);

    @RegisterExtension
    static final TestServer server =
            TestServer.with(Map.of("PLUMBLINE_FORGES", FOLDER.file().toString()));

    private static final String PATH = "/api/v1/projects/tools";

    private static String token = "";

    @BeforeAll
    static void measureTheBaseBranch() {
        Project project = server.project("tools", true);
        token = server.token(project, Scope.ADMIN);
        Answer bound = server.client(server.adminToken())
                .send(
                        "PUT",
                        PATH + "/forge",
                        BodyPublishers.ofString("{\"forge\":\"fake\",\"repository\":\"acme/tools\"}"));
        assertThat(bound.status()).as(bound.body()).isEqualTo(200);
        for (int i = 1; i <= 10; i++) {
            upload("branch=main&commit=" + sha(i), i, 1);
        }
    }

    @AfterAll
    static void stop() {
        FAKE.close();
    }

    @AfterEach
    void letEverythingBeDelivered() {
        await(() -> server.count("select count(*) from delivery where state = 'waiting'") == 0);
    }

    @Test
    void aWorseVerdictIsANewCommentAndABetterOneAnEditOfIt() {
        push(1, sha(100), 1);
        await(() -> comments(1).size() == 1);
        assertThat(comments(1).getFirst().body()).startsWith("<!-- plumbline:project=tools rank=0 ");
        await(() -> state(sha(100)).equals("success"));

        push(1, sha(101), 1.5);
        await(() -> comments(1).size() == 2 && comments(1).getFirst().folded());
        assertThat(comments(1).getLast().body()).contains("**1 of 5 benchmarks got slower**");
        FakeComment worse = comments(1).getLast();

        push(1, sha(102), 1);
        await(() -> comments(1).getLast().edits() > worse.edits()
                && !comments(1).getLast().body().contains("**1 of 5 benchmarks got slower**"));
        assertThat(comments(1)).hasSize(2);
        assertThat(comments(1).getLast().id()).isEqualTo(worse.id());
    }

    @Test
    void aPolicyThatBlocksMakesTheCheckAFailureAndACommitWithoutMeasurementWait() {
        push(2, sha(110), 1.5);
        await(() -> state(sha(110)).equals("success"));

        replacePolicy("{\"comment\":\"always\",\"check\":true,\"blocks\":[{\"minimumEffect\":0.1}]}");
        await(() -> state(sha(110)).equals("failure"));

        FAKE.repository("acme/tools").withPullRequest(2, sha(111));
        SentWebhook.opened(2, sha(111), 1).to(server.anonymous(), ForgeFolder.WEBHOOK_SECRET);
        await(() -> state(sha(111)).equals("pending"));

        replacePolicy("{}");
        push(2, sha(111), 1);
        await(() -> state(sha(111)).equals("success"));
        assertThat(FAKE.repository("acme/tools").statuses(sha(111)))
                .extracting(FakeStatus::name)
                .containsExactly("plumbline/tools");
    }

    @Test
    void aRateLimitIsWaitedForAndIsNoFailure() {
        FAKE.failNext(429, Map.of("Retry-After", "1"), "{\"message\":\"secondary rate limit\"}");
        push(3, sha(120), 1);

        await(() -> comments(3).size() == 1);

        await(() -> delivery(3).getString("state").equals("delivered"));
        OpenApiShapes shapes =
                new OpenApiShapes(server.anonymous().get("/openapi.json").json());
        assertThat(shapes.complaints("DeliveryWithLog", delivery(3))).isEmpty();
        assertThat(shapes.complaints(
                        "ForgeBinding", server.anonymous().get(PATH + "/forge").json()))
                .isEmpty();
        assertThat(outcomes(3)).contains("postponed").doesNotContain("failed", "dead");
    }

    @Test
    void anExpiredTokenWaitsForAPersonWhoIsToldWhatToDo() {
        FOLDER.token("ghp_expired");
        push(4, sha(130), 1);
        await(() -> delivery(4).getString("state", "").equals("dead"));
        assertThat(delivery(4).getString("lastError"))
                .startsWith("The token of the forge 'fake' was rejected: put a new one into token and try again.")
                .doesNotContain("ghp_");
        await(() -> server.count("select count(*) from job") == 0);

        FOLDER.token(FAKE.accounts().token());
        Answer again =
                server.client(token).post(PATH + "/deliveries/" + delivery(4).getLong("id") + "/retry", "");

        assertThat(again.status()).isEqualTo(200);
        await(() -> comments(4).size() == 1);
    }

    @Test
    void aPullRequestThatIsGoneOrClosedIsDroppedWithTheReason() {
        upload("branch=topic&baseBranch=main&pullRequest=5&commit=" + sha(140), 1, 1);
        await(() -> delivery(5).getString("state", "").equals("dropped"));
        assertThat(delivery(5).getString("lastError")).startsWith("There is no acme/tools#5");

        assertThat(comments(5)).isEmpty();
    }

    @Test
    void aServerThatDiesBeforeItWroteDownThatItPostedDoesNotPostTwice() {
        push(6, sha(150), 1);
        await(() -> comments(6).size() == 1 && delivery(6).getString("state").equals("delivered"));
        await(() -> server.count("select count(*) from job") == 0);
        long before = delivery(6).getJsonArray("log").size();

        server.count("""
            with died as (
                update delivery
                set state = 'waiting', remote = '{}', leased_until = now() - interval '1 second'
                where key = '6' returning 1)
            select count(*) from died
            """);

        await(() -> delivery(6).getJsonArray("log").size() > before);
        assertThat(comments(6)).hasSize(1);
        assertThat(delivery(6).getString("url")).isNotEmpty();
    }

    @Test
    void thePageTriesAgainForItsOwnFormAndForNoOther() {
        upload("branch=topic8&baseBranch=main&pullRequest=8&commit=" + sha(170), 1, 1);
        await(() -> delivery(8).getString("state", "").equals("dropped"));
        await(() -> server.count("select count(*) from job") == 0);
        String page = "/projects/tools/deliveries";
        String again = page + "/" + delivery(8).getLong("id") + "/retry";
        String[] cookie = {"Cookie", "plumbline_token=" + token};
        FAKE.repository("acme/tools").withPullRequest(8, sha(170));

        assertThat(server.anonymous().get(page, cookie).body()).contains("There is no acme/tools#8", again);
        assertThat(server.anonymous().get(page).body()).contains("acme/tools#8").doesNotContain(again);
        assertThat(form(again, "https://evil.example").status()).isEqualTo(401);
        assertThat(comments(8)).isEmpty();
        assertThat(form(again, server.address().toString()).status()).isEqualTo(303);

        await(() -> comments(8).size() == 1);
    }

    private static Answer form(String path, String origin) {
        return server.anonymous()
                .post(
                        path,
                        "",
                        "Cookie",
                        "plumbline_token=" + token,
                        "Origin",
                        origin,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    @Test
    void aRetargetedPullRequestIsJudgedAgainAndTold() {
        push(7, sha(160), 1);
        await(() -> comments(7).size() == 1);
        await(() -> server.count("select count(*) from job") == 0);
        long judged = judgedAt(sha(160));

        SentWebhook.opened(7, sha(160), 1).retargeted("release", 2).to(server.anonymous(), ForgeFolder.WEBHOOK_SECRET);

        await(() -> judgedAt(sha(160)) > judged);
    }

    @ParameterizedTest
    @CsvSource({"app, neutral", "gitlab, success", "gitea, success"})
    void everyForgeGetsCommentAndCheck(String forge, String neutral) {
        String sha = sha(500);
        Project project = server.project("at-" + forge, true);
        Answer bound = server.client(server.adminToken())
                .send(
                        "PUT",
                        "/api/v1/projects/at-" + forge + "/forge",
                        BodyPublishers.ofString(
                                "{\"forge\":\"%s\",\"repository\":\"acme/%s\"}".formatted(forge, forge)));
        assertThat(bound.status()).as(bound.body()).isEqualTo(200);
        FakeRepository repository = FAKE.repository("acme/" + forge).withPullRequest(1, sha);

        server.client(server.token(project, Scope.UPLOAD))
                .post(
                        "/api/v1/projects/at-" + forge + "/runs?environment=ci&branch=topic&pullRequest=1&commit="
                                + sha,
                        JmhDocument.suite(2, 5));

        await(() -> repository.comments(1).size() == 1);
        assertThat(repository.comments(1).getFirst().body()).contains("baseline");
        await(() -> repository.statuses(sha).stream()
                .anyMatch(status -> status.name().equals("plumbline/at-" + forge)
                        && status.state().equals(neutral)));
    }

    /** A commit is pushed to a pull request and measured; one of its benchmarks takes so many times as long. */
    private static void push(int number, String sha, double factor) {
        FAKE.repository("acme/tools").withPullRequest(number, sha);
        upload("branch=topic" + number + "&baseBranch=main&pullRequest=" + number + "&commit=" + sha, 11, factor);
    }

    private static void upload(String query, int noise, double factor) {
        JsonArray results = new JsonArray();
        for (int i = 0; i < 5; i++) {
            double value = (10 + i) * (1 + 0.002 * ((noise * 7 + i * 3) % 5 - 2)) * (i == 0 ? factor : 1);
            results.add(JmhDocument.result("com.acme.Suite.b" + i, value, value * 1.004, value * 0.996));
        }
        Answer answer = server.client(token).post(PATH + "/runs?environment=ci&" + query, results.encode());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void replacePolicy(String policy) {
        Answer answer = server.client(token).send("PUT", PATH + "/policy", BodyPublishers.ofString(policy));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<FakeComment> comments(int number) {
        return FAKE.repository("acme/tools").comments(number);
    }

    private static String state(String sha) {
        return FAKE.repository("acme/tools").statuses(sha).stream()
                .map(FakeStatus::state)
                .findFirst()
                .orElse("");
    }

    private static JsonObject delivery(int number) {
        JsonArray all = server.client(token)
                .get(PATH + "/deliveries?kind=pull-request")
                .json()
                .getJsonArray("deliveries");
        for (int i = 0; i < all.size(); i++) {
            if (all.getJsonObject(i).getString("key").equals(String.valueOf(number))) {
                return server.client(token)
                        .get(PATH + "/deliveries/" + all.getJsonObject(i).getLong("id"))
                        .json();
            }
        }
        return new JsonObject();
    }

    private static List<String> outcomes(int number) {
        return delivery(number).getJsonArray("log").stream()
                .map(attempt -> ((JsonObject) attempt).getString("outcome"))
                .toList();
    }

    private static long judgedAt(String sha) {
        return server.count(
                "select (extract(epoch from judged_at) * 1000000)::bigint from run where sha = '" + sha + "'");
    }

    private static String sha(int number) {
        return "%040x".formatted(number + 0xabc000);
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(condition::getAsBoolean);
    }
}
