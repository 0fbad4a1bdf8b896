package dev.plumbline.collector.client;

import dev.plumbline.collector.json.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The ID token that GitHub Actions gives a job with {@code permissions: id-token: write}, requested again each time.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
public final class GitHubIdToken implements Supplier<String> {

    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final URI address;
    private final String secret;
    private final Exchange exchange;
    private final Backoff backoff;

    /**
     * The token.
     *
     * @param address what the job's variable says, with a query
     * @param secret what the job's other variable says
     * @param audience the audience it is for
     * @param messages reports each failed attempt
     */
    public GitHubIdToken(
            String address, String secret, String audience, Timing timing, Backoff backoff, Consumer<String> messages) {
        String separator = address.contains("?") ? "&" : "?";
        this.address =
                URI.create(address + separator + "audience=" + URLEncoder.encode(audience, StandardCharsets.UTF_8));
        this.secret = secret;
        this.exchange = new Exchange(timing, messages);
        this.backoff = backoff;
    }

    /** @throws UnreachableException when there is none */
    @Override
    public String get() {
        HttpResponse<String> answer = exchange.send(
                () -> HttpRequest.newBuilder(address)
                        .timeout(TO_ANSWER)
                        .header("Authorization", "Bearer " + secret)
                        .header("Accept", "application/json")
                        .build(),
                backoff);
        return Optional.of(answer)
                .filter(given -> given.statusCode() == 200)
                .flatMap(given -> JsonText.read(given.body(), Answered.class))
                .map(Answered::value)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new UnreachableException("GitHub didn't issue an ID token to the job; it answered "
                        + answer.statusCode() + "; the job needs 'permissions: id-token: write'"));
    }

    private record Answered(String value) {}
}
