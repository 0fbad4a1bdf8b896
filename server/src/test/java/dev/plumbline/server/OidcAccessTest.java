package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OidcAccessTest {

    private static final FakeIssuer issuer = FakeIssuer.start();
    private static final FakeIssuer down = FakeIssuer.start();

    @RegisterExtension
    static final TestServer server =
            TestServer.with(Map.of("PLUMBLINE_OIDC_ISSUERS", issuer.address() + ", " + down.address() + "/"));

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String PATH = "/api/v1/projects/hidden";

    private static final AtomicInteger values = new AtomicInteger();

    private static String audience = "";
    private static String admin = "";

    @BeforeAll
    static void trust() {
        audience = "http://localhost:" + server.address().getPort();
        Project hidden = server.project("hidden", false);
        server.project("other", false);
        admin = server.token(hidden, Scope.ADMIN);
        trust("{\"issuer\":\"%s\",\"repository\":\"Acme/Widgets\"}".formatted(issuer.address()));
        trust("{\"issuer\":\"%s\",\"repository\":\"acme/group/widgets\",\"repositoryId\":\"815\"}"
                .formatted(issuer.address()));
        trust("{\"issuer\":\"%s\",\"repository\":\"acme/reader\",\"scope\":\"read\",\"ref\":\"refs/heads/*\"}"
                .formatted(issuer.address()));
    }

    @AfterAll
    static void stop() {
        issuer.close();
        down.close();
    }

    private static Answer trust(String body) {
        Answer answer = server.client(admin).post(PATH + "/trust", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static Answer upload(JWTClaimsSet.Builder claims, String query) {
        return server.client(issuer.sign(claims))
                .send(
                        "POST",
                        PATH + "/runs?environment=ci&" + query,
                        BodyPublishers.ofString(JmhDocument.of("com.acme.A.run", values.incrementAndGet())));
    }

    /** Event and ref of the job, query of the upload, then the answer's status and code. */
    static Stream<Arguments> uploads() {
        String push = "refs/heads/main";
        String pull = "refs/pull/12/merge";
        String other = "f".repeat(40);
        return Stream.of(
                arguments("push", push, "branch=main&commit=" + SHA, 201, ""),
                arguments("push", push, "branch=topic&commit=" + SHA, 403, "token-mismatch"),
                arguments("push", push, "branch=main&commit=" + other, 403, "token-mismatch"),
                arguments("pull_request", pull, "branch=topic&pullRequest=12&commit=" + other, 201, ""),
                arguments("pull_request", pull, "branch=main&commit=" + SHA, 403, "token-mismatch"),
                arguments("pull_request", pull, "branch=topic&pullRequest=13&commit=" + other, 403, "token-mismatch"),
                arguments("pull_request", pull, "branch=main&role=pair-base&commit=" + other, 403, "token-mismatch"),
                arguments("pull_request", pull, "branch=topic&pullRequest=12&role=pair-base&commit=" + SHA, 201, ""),
                arguments("workflow_run", push, "branch=main&commit=" + SHA, 403, "token-mismatch"),
                arguments("workflow_run", push, "branch=topic&pullRequest=14&commit=" + other, 201, ""));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("uploads")
    void bindsAnUploadToWhatTheTokenClaims(String event, String ref, String query, int status, String code) {
        Answer answer = upload(issuer.gitHub(audience, event, ref), query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void keepsOnWhoseWordARunWasTakenIn() {
        upload(issuer.gitHub(audience, "push", "refs/heads/main"), "branch=main&commit=" + SHA);

        assertThat(server.count("select count(*) from run where trust = 'oidc' and baseline_eligible"))
                .isPositive();
        assertThat(server.count("""
            select count(*)
            from run join branch using (project_id, branch_id)
            where pull_request is not null and baseline_eligible\
            """)).isZero();
    }

    @Test
    void takesAJobOfGitLab() {
        assertThat(upload(issuer.gitLab(audience, "push", "topic"), "branch=topic&commit=" + SHA)
                        .status())
                .isEqualTo(201);
        assertThat(upload(
                                issuer.gitLab(audience, "merge_request_event", "topic"),
                                "branch=topic&pullRequest=3&commit=" + SHA)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void takesTheNumberOfTheFirstRepositoryOfAName() {
        upload(issuer.gitHub(audience, "push", "refs/heads/main"), "branch=main&commit=" + SHA);

        JWTClaimsSet.Builder again =
                issuer.gitHub(audience, "push", "refs/heads/main").claim("repository_id", "4712");
        Answer answer = upload(again, "branch=main&commit=" + SHA);

        assertThat(answer.code()).isEqualTo("invalid-token");
        assertThat(answer.body()).contains("acme/widgets", "4712", "isn't trusted here");
        JWTClaimsSet.Builder renamed =
                issuer.gitHub(audience, "push", "refs/heads/main").claim("repository", "acme/gadgets");
        assertThat(upload(renamed, "branch=main&commit=" + SHA).status()).isEqualTo(201);
    }

    @Test
    void limitsATrustToItsScopeAndRefs() {
        JWTClaimsSet.Builder reader = issuer.gitHub(audience, "push", "refs/heads/main")
                .claim("repository", "acme/reader")
                .claim("repository_id", "31");

        assertThat(server.client(issuer.sign(reader)).get(PATH + "/runs").status())
                .isEqualTo(200);
        assertThat(upload(reader, "branch=main&commit=" + SHA).code()).isEqualTo("forbidden");
        String tag = issuer.sign(reader.claim("ref", "refs/tags/v1"));
        assertThat(server.client(tag).get(PATH + "/runs").code()).isEqualTo("unknown-project");
    }

    @Test
    void answersForAPrivateProjectAsForOneThatDoesNotExist() {
        String stranger = issuer.sign(issuer.gitHub(audience, "push", "refs/heads/main"));
        for (String path : new String[] {"", "/runs", "/tokens", "/trust"}) {
            Answer hidden = server.client(stranger).get("/api/v1/projects/other" + path);
            Answer missing = server.client(stranger).get("/api/v1/projects/missing" + path);

            assertThat(hidden.status()).isEqualTo(missing.status()).isIn(401, 404);
            assertThat(hidden.body().replace("other", "missing")).isEqualTo(missing.body());
        }
    }

    @Test
    void addsAndRemovesTrustAsAdminOnly() {
        String body = "{\"issuer\":\"%s\",\"repository\":\"acme/brief\"}".formatted(issuer.address());
        String job = issuer.sign(issuer.gitHub(audience, "push", "refs/heads/main")
                .claim("repository", "acme/brief")
                .claim("repository_id", "5"));
        assertThat(server.client(job).get(PATH).status()).isEqualTo(404);

        long id = trust(body).json().getLong("id");
        assertThat(server.client(job).get(PATH).status()).isEqualTo(200);
        assertThat(server.client(job).post(PATH + "/trust", body).code()).isEqualTo("forbidden");
        assertThat(server.client(job).get(PATH + "/trust").code()).isEqualTo("forbidden");

        assertThat(server.client(admin).delete(PATH + "/trust/" + id).status()).isEqualTo(204);
        assertThat(server.client(admin).delete(PATH + "/trust/" + id).status()).isEqualTo(404);
        assertThat(server.client(job).get(PATH).status()).isEqualTo(404);
    }

    @Test
    void saysWhatATrustTakes() {
        ApiClient client = server.client(admin);
        String known = "{\"issuer\":\"" + issuer.address() + "\",";

        assertThat(client.post(PATH + "/trust", "{\"issuer\":\"https://evil.example.com\",\"repository\":\"a/b\"}")
                        .body())
                .contains("'issuer' takes one of " + issuer.address());
        assertThat(client.post(PATH + "/trust", known + "\"repository\":\"widgets\"}")
                        .code())
                .isEqualTo("invalid-trust");
        assertThat(client.post(PATH + "/trust", known + "\"repository\":\"a/b\",\"scope\":\"admin\"}")
                        .code())
                .isEqualTo("invalid-trust");
        assertThat(client.post(PATH + "/trust", known + "\"repository\":\"a/b\",\"ref\":\"main\"}")
                        .code())
                .isEqualTo("invalid-trust");
        assertThat(client.send("PUT", PATH + "/trust/quarantine", BodyPublishers.ofString("{\"allowed\":true}"))
                        .body())
                .contains("public project only");
    }

    @Test
    void asksToTryAgainWhileTheIssuerIsDown() {
        down.down(true);
        String token = down.sign(down.gitHub(audience, "push", "refs/heads/main"));

        Answer answer = server.client(token).upload("hidden", SHA, JmhDocument.of("com.acme.A.run", 1));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("issuer-unreachable");
        assertThat(answer.header("Retry-After")).isEqualTo("10");
    }
}
