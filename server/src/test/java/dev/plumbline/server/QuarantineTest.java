package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuarantineTest {

    private static final FakeForge forge = FakeForge.start();

    @RegisterExtension
    static final TestServer server =
            TestServer.with(Map.of("PLUMBLINE_PROXY_HEADERS", "true", "PLUMBLINE_FORGES", forges()));

    private static final String HEAD = "1234567890abcdef1234567890abcdef12345678";
    private static final String OTHER = "f".repeat(40);
    private static final AtomicInteger addresses = new AtomicInteger();

    private static String upload = "";

    private static String forges() {
        try {
            Path folder = Files.createTempDirectory("forges");
            Files.writeString(folder.resolve("token"), forge.accounts().token());
            Path file = folder.resolve("forges.json");
            Files.writeString(file, """
                {"forges":[{"name":"hub","kind":"github","web":"%s","api":"%s","tokenFile":"token",
                    "repositories":["acme/*"]}]}
                """.formatted(forge.address(), forge.api(ForgeKind.GITHUB)));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void projects() {
        for (String slug : new String[] {"open", "bound", "closed"}) {
            Project project = server.project(slug, true);
            String admin = server.token(project, Scope.ADMIN);
            upload = slug.equals("open") ? server.token(project, Scope.UPLOAD) : upload;
            server.client(admin).upload(slug, "a".repeat(40), JmhDocument.of("com.acme.A.run", 1));
            if (!slug.equals("closed")) {
                assertThat(allow(admin, slug).status()).isEqualTo(200);
            }
        }
        Answer bound = server.client(server.adminToken())
                .send(
                        "PUT",
                        "/api/v1/projects/bound/forge",
                        BodyPublishers.ofString("{\"forge\":\"hub\",\"repository\":\"acme/widgets\"}"));
        assertThat(bound.status()).as(bound.body()).isEqualTo(200);
    }

    @BeforeEach
    void forge() {
        forge.repository("acme/widgets")
                .with(request(7, PullRequest.State.OPEN))
                .with(request(8, PullRequest.State.CLOSED))
                .with(new CiRun("100", HEAD, "eve/widgets", OptionalInt.empty(), false, "https://x/100"))
                .with(new CiRun("101", HEAD, "eve/widgets", OptionalInt.empty(), true, "https://x/101"))
                .with(new CiRun("102", OTHER, "eve/widgets", OptionalInt.empty(), false, "https://x/102"))
                .with(new CiRun("103", HEAD, "mallory/widgets", OptionalInt.empty(), false, "https://x/103"));
    }

    @AfterAll
    static void stop() {
        forge.close();
    }

    private static PullRequest request(int number, PullRequest.State state) {
        return new PullRequest(
                number, "Faster", "eve", state, HEAD, "main", "eve/widgets", "main", "https://x/pull/" + number);
    }

    private static Answer allow(String admin, String slug) {
        return server.client(admin)
                .send(
                        "PUT",
                        "/api/v1/projects/" + slug + "/trust/quarantine",
                        BodyPublishers.ofString("{\"allowed\":true}"));
    }

    private static String query(int pullRequest, String commit, String ciRun) {
        return "branch=main&environment=ci-linux&repository=acme/widgets&commit=" + commit + "&ciRun=" + ciRun
                + (pullRequest == 0 ? "" : "&pullRequest=" + pullRequest);
    }

    private static Answer quarantine(String project, String query, String document) {
        return server.anonymous()
                .send(
                        "POST",
                        "/api/v1/projects/" + project + "/quarantine/runs?" + query,
                        BodyPublishers.ofString(document),
                        "X-Forwarded-For",
                        "10.0.0." + addresses.incrementAndGet());
    }

    private static String document() {
        return JmhDocument.of("com.acme.A.run", 1 + addresses.incrementAndGet());
    }

    /** Pull request, commit and CI run of the upload, then status and what is said. */
    static Stream<Arguments> claims() {
        return Stream.of(
                arguments(7, HEAD, "100", 201, "The forge confirms"),
                arguments(7, OTHER, "100", 403, "The head of pull request 7"),
                arguments(8, HEAD, "100", 403, "is not open"),
                arguments(9, HEAD, "100", 403, "no pull request 9"),
                arguments(7, HEAD, "101", 403, "has already ended"),
                arguments(7, HEAD, "102", 403, "doesn't belong to the head"),
                arguments(7, HEAD, "103", 403, "doesn't belong to the head"),
                arguments(7, HEAD, "999", 403, "no CI run 999"),
                arguments(0, HEAD, "100", 400, "pullRequest is missing"),
                arguments(7, HEAD, "", 400, "ci.runId"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @MethodSource("claims")
    void asksTheForgeBeforeItStores(int pullRequest, String commit, String ciRun, int status, String says) {
        long before = server.count("select count(*) from run");

        Answer answer = quarantine("bound", query(pullRequest, commit, ciRun), document());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(says);
        assertThat(server.count("select count(*) from run")).isEqualTo(before + (status == 201 ? 1 : 0));
    }

    @Test
    void storesUnverifiedWhileTheForgeIsDownAndAsksItLater() {
        forge.failNext(502, Map.of(), "");

        Answer answer = quarantine("bound", query(7, HEAD, "100"), document());

        JsonObject said = answer.json().getJsonObject("quarantine");
        assertThat(said.getString("verified")).as(answer.body()).isEqualTo("unverified");
        String now = "select count(*) from quarantined_run where verified = 'forge' and run_id = "
                + answer.json().getLong("id");
        await().atMost(30, TimeUnit.SECONDS).until(() -> server.count(now) == 1);
    }

    @Test
    void saysWithoutAForgeThatNobodyWasAsked() {
        Answer answer = quarantine("open", query(7, HEAD, "100"), document());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getJsonObject("quarantine").getString("why")).contains("isn't bound to a forge");
        assertThat(server.anonymous()
                        .get(answer.json().getString("url"), "Accept", "text/html")
                        .body())
                .contains("Quarantined: nobody vouches", "isn't bound to a forge");
    }

    @Test
    void isJudgedAndItsReportDecidesNothing() {
        String sha = "d".repeat(40);
        Answer stored = quarantine("open", query(70, sha, "100"), JmhDocument.of("com.acme.A.run", 900));
        String run = "/api/v1/projects/open/runs/" + stored.json().getLong("id");
        ApiClient reader = server.anonymous();

        assertThat(reader.judged(run).getString("status")).isEqualTo("judged");
        assertThat(reader.get(run).json().getString("trust")).isEqualTo("quarantined");
        JsonObject report = reader.get("/api/v1/projects/open/report?pullRequest=70&commit=" + sha)
                .json();
        assertThat(report.getString("decision")).as(report.encode()).isEqualTo("neutral");
        assertThat(reader.get("/api/v1/projects/open/report.md?pullRequest=70&commit=" + sha)
                        .body())
                .containsIgnoringCase("quarantine");
    }

    @Test
    void hidesNoTrustedRunOfTheSameCommit() {
        String sha = "e".repeat(40);
        String trusted = "/api/v1/projects/open/runs?branch=topic&environment=ci-linux&pullRequest=71&commit=" + sha;
        long id = server.client(upload)
                .send("POST", trusted, BodyPublishers.ofString(document()))
                .json()
                .getLong("id");

        assertThat(quarantine("open", query(71, sha, "100"), document()).status())
                .isEqualTo(201);

        String report = server.anonymous()
                .get("/api/v1/projects/open/report?pullRequest=71&commit=" + sha)
                .body();
        assertThat(report).contains("\"runs\":[" + id + "]", "\"quarantined\":false");

        assertThat(quarantine("open", query(72, sha, "101"), document()).status())
                .isEqualTo(201);
        assertThat(server.anonymous()
                        .get("/api/v1/projects/open/report?commit=" + sha)
                        .body())
                .as("of the commit, whatever it was measured for")
                .contains("\"runs\":[" + id + "]", "\"quarantined\":false");
    }

    @Test
    void takesThemWhereTheyAreAllowedOnly() {
        assertThat(quarantine("closed", query(7, HEAD, "100"), document()).code())
                .isEqualTo("quarantine-refused");
        assertThat(quarantine("missing", query(7, HEAD, "100"), document()).code())
                .isEqualTo("unknown-project");
        String environment = query(7, HEAD, "100").replace("ci-linux", "new");
        assertThat(quarantine("open", environment, document()).body()).contains("No trusted run", "'new'");
        assertThat(server.count("select count(*) from environment where label = 'new'"))
                .isZero();
    }

    @Test
    void neverBecomesABaseline() {
        quarantine("open", query(7, HEAD, "100"), document());
        assertThat(quarantine("open", query(0, HEAD, "100"), document()).status())
                .isEqualTo(400);
        assertThat(quarantine("open", query(7, HEAD, "100") + "&role=pair-base", document())
                        .code())
                .isEqualTo("quarantine-refused");

        assertThat(server.count("""
            select count(*)
            from run join branch using (project_id, branch_id)
            where trust = 'quarantined' and (baseline_eligible or pull_request is null)\
            """)).isZero();
        assertThat(server.count("select count(*) from run where trust = 'quarantined'"))
                .isPositive();
    }

    @Test
    void isNeverTheAnswerToATrustedUploadNorTheOtherWayRound() {
        String document = document();
        String query = "branch=main&environment=ci-linux&pullRequest=7&key=same&commit=" + HEAD;
        Answer first = quarantine("open", query + "&repository=acme/widgets&ciRun=100", document);
        String path = "/api/v1/projects/open/runs?" + query;
        Answer trusted = server.client(upload).send("POST", path, BodyPublishers.ofString(document));
        Answer again = quarantine("open", query + "&repository=acme/widgets&ciRun=100", document);
        Answer trustedAgain = server.client(upload).send("POST", path, BodyPublishers.ofString(document));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(trusted.status()).as(trusted.body()).isEqualTo(201);
        assertThat(again.json().getLong("id")).isEqualTo(first.json().getLong("id"));
        assertThat(trustedAgain.json().getLong("id")).isEqualTo(trusted.json().getLong("id"));
        assertThat(again.json().getBoolean("duplicate")).isTrue();
    }

    @Test
    void doesNotMoveAPullRequestThatATrustedUploadKnows() {
        String trusted = "/api/v1/projects/open/runs?branch=topic&environment=ci-linux&pullRequest=50&commit=" + HEAD;
        server.client(upload).send("POST", trusted, BodyPublishers.ofString(document()));

        quarantine("open", query(50, OTHER, "100"), document());

        assertThat(server.count("select count(*) from pull_request where number = 50 and head_sha = '" + HEAD + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesWayToWhatATrustedLogSaysOfACommit() {
        String parent = "b".repeat(40);
        String log = "{\"commits\":[{\"sha\":\"%s\",\"parent\":\"%s\",\"subject\":\"%s\"}],\"ci\":{}}";
        String sha = "c".repeat(40);
        multipart("quarantine/runs", query(60, sha, "1"), log.formatted(sha, OTHER, "made up"), "");
        assertThat(server.count("select count(*) from commit where sha = '" + sha + "' and quarantined"))
                .isEqualTo(1);

        multipart("runs", query(60, sha, "1"), log.formatted(sha, parent, "true"), upload);
        multipart("quarantine/runs", query(60, sha, "1"), log.formatted(sha, OTHER, "made up"), "");

        assertThat(server.count("select count(*) from commit where sha = '" + sha + "' and first_parent = '" + parent
                        + "' and subject = 'true' and not quarantined"))
                .isEqualTo(1);
    }

    private static void multipart(String path, String query, String metadata, String token) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n" + metadata
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"result\"; filename=\"r.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + document() + "\r\n--x--\r\n";
        ApiClient client = token.isEmpty() ? server.anonymous() : server.client(token);
        Answer answer = client.send(
                "POST",
                "/api/v1/projects/open/" + path + "?" + query,
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=x",
                "X-Forwarded-For",
                "10.0.1." + addresses.incrementAndGet());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void limitsTheRateOfAnAddress() {
        Answer last = null;
        for (int i = 0; i < 8; i++) {
            last = server.anonymous()
                    .send(
                            "POST",
                            "/api/v1/projects/open/quarantine/runs?" + query(7, HEAD, "100"),
                            BodyPublishers.ofString("[]"),
                            "X-Forwarded-For",
                            "10.9.9.9");
        }

        assertThat(last).isNotNull();
        assertThat(last.code()).isEqualTo("too-many-requests");
        assertThat(last.header("Retry-After")).isNotEmpty();
    }

    @Test
    void keepsWhatAStrangerTakesUpWithinNarrowLimits() {
        String metrics = IntStream.range(0, 30)
                .mapToObj(i -> "\"m" + i + "\": {\"score\": 1, \"scoreUnit\": \"B/op\", \"rawData\": [[1]]}")
                .collect(Collectors.joining(", "));
        String wide = JmhDocument.suite(700, 1.0)
                .replace("\"secondaryMetrics\":{}", "\"secondaryMetrics\":{" + metrics + "}");
        assertThat(wide).contains("m29");

        Answer tooMany = quarantine("open", query(7, HEAD, "100"), wide);

        assertThat(tooMany.status()).as(tooMany.body()).isEqualTo(413);
        assertThat(tooMany.code()).isEqualTo("too-many-points");

        assertThat(quarantine("open", query(7, HEAD, "104"), document()).status())
                .isEqualTo(201);
        assertThat(server.count("select points from quarantined_run order by run_id desc limit 1"))
                .isEqualTo(1);
        server.change(
                "update quarantined_run set points = 500000 where run_id = (select max(run_id) from quarantined_run)");
        try {
            Answer spent = quarantine("open", query(7, HEAD, "105"), document());
            assertThat(spent.status()).as(spent.body()).isEqualTo(429);
            assertThat(spent.body()).contains("500000 points");
        } finally {
            server.change("update quarantined_run set points = 1 where points = 500000");
        }
    }
}
