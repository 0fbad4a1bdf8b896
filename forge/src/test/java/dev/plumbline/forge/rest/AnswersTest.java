package dev.plumbline.forge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private FakeForge fake;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        fake.repository("acme/tools").withPullRequest(5, "3f722d5c");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID, false",
        "401, UNAUTHORIZED, false",
        "403, FORBIDDEN, false",
        "404, NOT_FOUND, false",
        "408, SERVER_ERROR, true",
        "409, INVALID, false",
        "410, GONE, false",
        "422, INVALID, false",
        "423, GONE, false",
        "429, RATE_LIMITED, true",
        "500, SERVER_ERROR, true",
        "503, SERVER_ERROR, true"
    })
    void statusesHaveAMeaning(int status, ForgeException.Kind kind, boolean retryable) {
        fake.failNext(status, Map.of(), "{\"message\":\"said\"}");

        ForgeException failed = failure(ForgeKind.GITHUB);

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.retryable()).isEqualTo(retryable);
        assertThat(failed).hasMessage("GitHub: GET /repos/acme/tools/pulls/5 answered " + status + ": said");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Retry-After, 60, 60",
        "429, Retry-After, 'Sun, 22 Nov 2026 12:01:30 GMT', 90",
        "429, Retry-After, tomorrow, 60",
        "403, Retry-After, 999999999, 86400",
        "429, X-None, '', 60"
    })
    void aRateLimitSaysHowLongToWait(int status, String header, String value, long seconds) {
        fake.failNext(status, Map.of(header, value), "{\"message\":\"You have exceeded a secondary rate limit\"}");

        ForgeException failed = failure(ForgeKind.GITHUB);

        assertThat(failed.kind()).isEqualTo(ForgeException.Kind.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, 403, X-RateLimit-Remaining, X-RateLimit-Reset",
        "GITLAB, 429, RateLimit-Remaining, RateLimit-Reset"
    })
    void aSpentLimitIsWaitedForUntilItsReset(ForgeKind kind, int status, String remaining, String reset) {
        fake.failNext(
                status,
                Map.of(
                        remaining,
                        "0",
                        reset,
                        Long.toString(NOW.plusSeconds(1234).getEpochSecond())),
                "{\"message\":\"API limit exceeded\"}");

        ForgeException failed = failure(kind);

        assertThat(failed.kind()).isEqualTo(ForgeException.Kind.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(1234));
    }

    @Test
    void aLockedConversationIsGoneAndADeletedPullRequestIsNotFound() {
        Forge forge = fake.connect(ForgeKind.GITHUB, "acme/tools");
        fake.repository("acme/tools").lock(5);
        assertThat(failed(() -> forge.post(5, "x")).kind()).isEqualTo(ForgeException.Kind.GONE);

        fake.repository("acme/tools").delete(5);
        assertThat(failed(() -> forge.post(5, "x")).kind()).isEqualTo(ForgeException.Kind.NOT_FOUND);
        assertThat(failed(() -> forge.comments(5)).kind()).isEqualTo(ForgeException.Kind.NOT_FOUND);
    }

    @Test
    void anExpiredAndAReadOnlyTokenAreToldApart() {
        Forge reader = fake.connect(
                ForgeKind.GITHUB,
                "acme/tools",
                new Credential.Token(fake.accounts().readOnlyToken()));
        assertThat(failed(() -> reader.post(5, "x")))
                .hasMessageContaining("Resource not accessible by integration")
                .returns(ForgeException.Kind.FORBIDDEN, ForgeException::kind);

        fake.accounts().expire(fake.accounts().readOnlyToken());
        assertThat(failed(() -> reader.post(5, "x")).kind()).isEqualTo(ForgeException.Kind.UNAUTHORIZED);
    }

    @Test
    void redirectsAreNotFollowedAndAClientThatWouldIsRefused() {
        fake.failNext(301, Map.of("Location", fake.api(ForgeKind.GITHUB) + "/repositories/1/pulls/5"), "{}");

        assertThat(failure(ForgeKind.GITHUB))
                .hasMessageContaining("give the final address of the repository or the API");
        assertThat(fake.requests()).hasSize(1);

        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> ForgeKind.GITHUB.connect(
                                fake.api(ForgeKind.GITHUB),
                                "acme/tools",
                                new Credential.Token("x"),
                                follows,
                                Clock.systemUTC())))
                .isNotNull();
    }

    @Test
    void errorsOfHostileServersAreShortAndOnOneLine() {
        fake.failNext(422, Map.of(), "{\"message\":\"a\\u001b[31m\\nb%s\"}".formatted("x".repeat(5000)));

        assertThat(failure(ForgeKind.GITHUB).getMessage())
                .contains("a [31m b")
                .hasSizeLessThan(400)
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void theTokenIsBlottedOutShouldAnAnswerQuoteIt() {
        fake.failNext(
                400, Map.of(), "{\"message\":\"bad token " + fake.accounts().token() + "\"}");

        assertThat(failure(ForgeKind.GITLAB)).hasMessageEndingWith("bad token ***");
    }

    @Test
    void errorsInTheFormsOfAllForgesAreShown() {
        fake.failNext(
                422, Map.of(), "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"sha is unknown\"}]}");
        assertThat(failure(ForgeKind.GITHUB)).hasMessageEndingWith("422: Validation Failed (sha is unknown)");

        fake.failNext(400, Map.of(), "{\"message\":{\"body\":[\"is too long\"]}}");
        assertThat(failure(ForgeKind.GITLAB)).hasMessageEndingWith("400: {\"body\":[\"is too long\"]}");

        fake.failNext(404, Map.of(), "{\"error\":\"404 Not Found\"}");
        assertThat(failure(ForgeKind.GITLAB)).hasMessageEndingWith("404: 404 Not Found");
    }

    @Test
    void anAnswerThatIsNoJsonOrTooLargeIsRefused() {
        fake.failNext(200, Map.of(), "<html>Sign in</html>");
        assertThat(failure(ForgeKind.GITHUB)).hasMessageContaining("is this the API's address?");

        fake.failNext(200, Map.of(), "[\"" + "x".repeat(17 << 20) + "\"]");
        assertThat(failure(ForgeKind.GITHUB))
                .hasMessageContaining("larger than 16777216 bytes")
                .returns(ForgeException.Kind.UNREACHABLE, ForgeException::kind);
    }

    @Test
    void aForgeThatIsNotThereIsUnreachable() {
        Forge gone = connect(ForgeKind.GITHUB);
        fake.close();

        assertThat(failed(() -> gone.pullRequest(5)))
                .hasMessage("GitHub: GET /repos/acme/tools/pulls/5: no connection")
                .returns(ForgeException.Kind.UNREACHABLE, ForgeException::kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://x.example.com",
        "https://user@x.example.com",
        "https://x.example.com/?a",
        "'https://x y'",
        "x.example.com"
    })
    void anAddressThatIsNoneIsRefused(String address) {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> ForgeKind.GITHUB.connect(
                                address,
                                "acme/tools",
                                new Credential.Token("x"),
                                ForgeKind.client(),
                                Clock.systemUTC())))
                .hasMessageContaining("the forge's address");
    }

    private ForgeException failure(ForgeKind kind) {
        Forge forge = connect(kind);
        return failed(() -> forge.pullRequest(5));
    }

    private Forge connect(ForgeKind kind) {
        return kind.connect(
                fake.api(kind),
                "acme/tools",
                new Credential.Token(fake.accounts().token()),
                ForgeKind.client(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ForgeException failed(Runnable call) {
        return catchThrowableOfType(ForgeException.class, call::run);
    }
}
