package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of caller at every operation of the API, of a public project and of a private one. */
class AccessMatrixTest {

    /** Each operation of the API under what it takes to be let in. One that is missing here fails the test. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "everybody",
            """
            get /health/live
            get /health/ready
            get /metrics
            get /openapi.json
            """,
            "everybody of the instance",
            """
            get /api/v1/projects
            """,
            "instance",
            """
            post /api/v1/projects
            """,
            "signature",
            """
            post /api/v1/forges/{forge}/webhook
            """,
            "read",
            """
            get /api/v1/projects/{project}
            get /api/v1/projects/{project}/alarms
            get /api/v1/projects/{project}/benchmarks
            get /api/v1/projects/{project}/benchmarks.csv
            get /api/v1/projects/{project}/branches
            get /api/v1/projects/{project}/deliveries
            get /api/v1/projects/{project}/deliveries/{delivery}
            get /api/v1/projects/{project}/environments
            get /api/v1/projects/{project}/forge
            get /api/v1/projects/{project}/noise
            get /api/v1/projects/{project}/policy
            get /api/v1/projects/{project}/precision
            get /api/v1/projects/{project}/regressions
            get /api/v1/projects/{project}/regressions/{regression}
            get /api/v1/projects/{project}/baselines
            get /api/v1/projects/{project}/renames
            get /api/v1/projects/{project}/report
            get /api/v1/projects/{project}/report.md
            get /api/v1/projects/{project}/runs
            get /api/v1/projects/{project}/runs/{run}
            get /api/v1/projects/{project}/runs/{run}/audit
            get /api/v1/projects/{project}/runs/{run}/uploads
            get /api/v1/projects/{project}/runs/{run}/verdicts
            get /api/v1/projects/{project}/runs/{run}/verdicts.csv
            get /api/v1/projects/{project}/series
            get /api/v1/projects/{project}/series/{series}
            get /api/v1/projects/{project}/series/{series}/points
            get /api/v1/projects/{project}/series/{series}/points.csv
            get /api/v1/projects/{project}/thresholds
            get /api/v1/projects/{project}/uploads/{upload}
            get /api/v1/projects/{project}/uploads/{upload}/document
            get /api/v1/projects/{project}/watches
            post /api/v1/projects/{project}/quarantine/runs
            """,
            "upload",
            """
            post /api/v1/projects/{project}/runs
            """,
            "admin of the instance",
            """
            put /api/v1/projects/{project}/forge
            """,
            "admin",
            """
            delete /api/v1/projects/{project}/feed-key
            delete /api/v1/projects/{project}/forge
            delete /api/v1/projects/{project}/notifications/{notification}
            delete /api/v1/projects/{project}/baselines/{baseline}
            delete /api/v1/projects/{project}/renames/{rename}
            delete /api/v1/projects/{project}/tokens/{token}
            delete /api/v1/projects/{project}/trust/{trust}
            delete /api/v1/projects/{project}/watches/{watch}
            get /api/v1/projects/{project}/notifications
            get /api/v1/projects/{project}/notifications/{notification}
            get /api/v1/projects/{project}/tokens
            get /api/v1/projects/{project}/trust
            post /api/v1/projects/{project}/deliveries/{delivery}/retry
            post /api/v1/projects/{project}/feed-key
            post /api/v1/projects/{project}/notifications
            post /api/v1/projects/{project}/notifications/{notification}/test
            post /api/v1/projects/{project}/regressions/{regression}/notes
            post /api/v1/projects/{project}/regressions/{regression}/state
            post /api/v1/projects/{project}/removals
            post /api/v1/projects/{project}/baselines
            post /api/v1/projects/{project}/renames
            post /api/v1/projects/{project}/runs/{run}/judge
            post /api/v1/projects/{project}/tokens
            post /api/v1/projects/{project}/trust
            post /api/v1/projects/{project}/watches
            put /api/v1/projects/{project}/notifications/{notification}
            put /api/v1/projects/{project}/policy
            put /api/v1/projects/{project}/regressions/{regression}/assignee
            put /api/v1/projects/{project}/thresholds
            put /api/v1/projects/{project}/trust/quarantine
            """);

    private static final FakeIssuer issuer = FakeIssuer.start();

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of("PLUMBLINE_OIDC_ISSUERS", issuer.address()));

    /** What a caller shows, and what that is worth: nobody, invalid, read, upload, admin or instance. */
    private record Caller(String worth, String token) {}

    private static final Map<String, Caller> callers = new LinkedHashMap<>();

    @BeforeAll
    static void projects() {
        Project open = server.project("open", true);
        Project hidden = server.project("hidden", false);
        Project other = server.project("other", true);
        for (Project project : List.of(open, hidden)) {
            for (Scope scope : Scope.values()) {
                callers.put(
                        project.slug() + " token " + scope.label(),
                        caller(scope.label(), server.token(project, scope)));
            }
            String admin = server.token(project, Scope.ADMIN);
            callers.put(
                    project.slug() + " token expired", caller("invalid", made(admin, project, "2020-01-01T00:00:00Z")));
            String revoked = made(admin, project, "2100-01-01T00:00:00Z");
            server.client(admin)
                    .delete(path(project) + "/tokens/"
                            + server.count("select max(token_id) from token where project_id = " + project.id()));
            callers.put(project.slug() + " token revoked", caller("invalid", revoked));
            trust(admin, project, "acme/widgets", "4711", "upload");
            trust(admin, project, "acme/reader", "4712", "read");
        }
        callers.put("nobody", caller("nobody", ""));
        callers.put("unknown token", caller("invalid", "plb_" + "A".repeat(43)));
        callers.put("no token at all", caller("invalid", "nonsense"));
        callers.put("another project's admin", caller("invalid", server.token(other, Scope.ADMIN)));
        callers.put("instance", caller("instance", server.adminToken()));
        jobs();
    }

    private static void jobs() {
        String audience = "http://localhost:" + server.address().getPort();
        JWK key = issuer.key("rsa-1");
        job("job of a push", "upload", key, audience, claims -> claims);
        job("job of a push, by ES256", "upload", issuer.key("ec-1"), audience, claims -> claims);
        job(
                "job of a pull request",
                "upload",
                key,
                audience,
                claims -> claims.claim("event_name", "pull_request").claim("ref", "refs/pull/12/merge"));
        job(
                "job that reads",
                "read",
                key,
                audience,
                claims -> claims.claim("repository", "acme/reader").claim("repository_id", "4712"));
        job(
                "job of another repository",
                "invalid",
                key,
                audience,
                claims -> claims.claim("repository", "eve/widgets").claim("repository_id", "666"));
        job("job of a repository made anew", "invalid", key, audience, claims -> claims.claim("repository_id", "666"));
        job("job for somebody else", "invalid", key, "https://elsewhere.example.com", claims -> claims);
        job(
                "job long ago",
                "invalid",
                key,
                audience,
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
        job("job of an unknown issuer", "invalid", key, audience, claims -> claims.issuer("https://evil.example.com"));
        job("job with a forged signature", "invalid", FakeIssuer.OTHER_RSA, audience, claims -> claims);
        job("job with an unknown key", "invalid", FakeIssuer.NEXT_RSA, audience, claims -> claims);
    }

    private static void job(
            String name, String worth, JWK key, String audience, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = change.apply(issuer.gitHub(audience, "push", "refs/heads/main"));
        callers.put(name, caller(worth, FakeIssuer.sign(claims, key)));
    }

    private static Caller caller(String worth, String token) {
        return new Caller(worth, token);
    }

    private static String made(String admin, Project project, String expiry) {
        String body = "{\"scope\":\"admin\",\"label\":\"x\",\"expiresAt\":\"" + expiry + "\"}";
        return server.client(admin).post(path(project) + "/tokens", body).json().getString("token");
    }

    private static void trust(String admin, Project project, String repository, String id, String scope) {
        String body = "{\"issuer\":\"%s\",\"repository\":\"%s\",\"repositoryId\":\"%s\",\"scope\":\"%s\"}"
                .formatted(issuer.address(), repository, id, scope);
        assertThat(server.client(admin).post(path(project) + "/trust", body).status())
                .isEqualTo(201);
    }

    private static String path(Project project) {
        return "/api/v1/projects/" + project.slug();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    private static Stream<String> operations() {
        return OPERATIONS.values().stream().flatMap(String::lines);
    }

    @Test
    void expectsSomethingOfEveryOperation() {
        JsonObject paths = server.anonymous().get("/openapi.json").json().getJsonObject("paths");
        TreeSet<String> described = new TreeSet<>();
        for (String path : paths.fieldNames()) {
            paths.getJsonObject(path).fieldNames().stream()
                    .filter(method -> !method.equals("parameters"))
                    .forEach(method -> described.add(method + " " + path));
        }

        assertThat(operations()).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void saysInTheDescriptionWhatNeedsAToken() {
        JsonObject paths = server.anonymous().get("/openapi.json").json().getJsonObject("paths");
        OPERATIONS.forEach((needs, operations) -> operations.lines().forEach(operation -> {
            String[] parts = operation.split(" ", 2);
            JsonArray security =
                    paths.getJsonObject(parts[1]).getJsonObject(parts[0]).getJsonArray("security");
            boolean open = security.isEmpty() || security.contains(new JsonObject());
            assertThat(open)
                    .as(operation)
                    .isEqualTo(List.of("everybody", "everybody of the instance", "signature", "read")
                            .contains(needs));
        }));
    }

    private static Stream<String> needs() {
        return OPERATIONS.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    void letsInWhoMayAndNobodyElse(String needs) {
        List<String> wrong = new ArrayList<>();
        for (String operation :
                Objects.requireNonNull(OPERATIONS.get(needs)).lines().toList()) {
            for (String project : List.of("open", "hidden", "missing")) {
                callers.forEach((name, caller) -> {
                    String worth = name.startsWith("open") || name.startsWith("hidden")
                            ? name.startsWith(project) ? caller.worth() : "invalid"
                            : caller.worth();
                    String expected = expected(needs, project, worth);
                    String actual = outcome(call(operation, project, caller.token()));
                    if (!actual.equals(expected)) {
                        wrong.add(name + ": " + operation + " of " + project + " is " + actual + ", expected "
                                + expected);
                    }
                });
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Answer call(String operation, String project, String token) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].replace("{project}", project).replaceAll("\\{\\w+}", "999999");
        ApiClient client = token.isEmpty() ? server.anonymous() : server.client(token);
        return client.send(parts[0].toUpperCase(Locale.ROOT), path, BodyPublishers.ofString(""));
    }

    /** Whether a request was let in, whatever came of it then. */
    private static String outcome(Answer answer) {
        return switch (answer.header("Content-Type").contains("problem") ? answer.code() : "") {
            case "token-required", "invalid-token" -> "401";
            case "forbidden" -> "403";
            case "unknown-project" -> "404";
            default -> "in";
        };
    }

    private static String expected(String needs, String project, String worth) {
        boolean known = List.of("read", "upload", "admin", "instance").contains(worth);
        boolean here = known && (worth.equals("instance") || !project.equals("missing"));
        return switch (needs) {
            // A webhook is proved by its signature alone: nobody's token is looked at.
            case "everybody", "signature" -> "in";
            case "everybody of the instance" -> worth.equals("nobody") || worth.equals("instance") ? "in" : "401";
            case "instance" -> worth.equals("instance") ? "in" : "401";
            case "read" -> {
                if (project.equals("missing")) {
                    yield "404";
                }
                yield here || (project.equals("open") && worth.equals("nobody"))
                        ? "in"
                        : project.equals("open") ? "401" : "404";
            }
            default -> {
                if (!here) {
                    yield "401";
                }
                if (project.equals("missing")) {
                    yield "404";
                }
                yield switch (needs) {
                    case "upload" -> worth.equals("read") ? "403" : "in";
                    case "admin" -> worth.equals("admin") || worth.equals("instance") ? "in" : "403";
                    default -> worth.equals("instance") ? "in" : "403";
                };
            }
        };
    }
}
