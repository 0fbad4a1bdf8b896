package dev.plumbline.server.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches what issuers publish, by OpenID Connect Discovery 1.0: the configuration below the issuer's address, and the keys at the
 * address that it names, on the same host. No redirect is followed, so no other host is ever contacted.
 */
final class IssuerDocuments implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long ANSWER_SECONDS = 10;
    private static final long LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The keys that an issuer currently signs with. */
    JWKSet keys(URI issuer) throws JWKSetUnavailableException {
        Map<String, Object> configuration = json(URI.create(issuer + "/.well-known/openid-configuration"));
        if (!issuer.toString().equals(configuration.get("issuer"))) {
            throw new JWKSetUnavailableException("the configuration at " + issuer + " belongs to another issuer");
        }
        URI address = address(String.valueOf(configuration.get("jwks_uri")), issuer);
        try {
            return JWKSet.parse(json(address));
        } catch (ParseException notKeys) {
            throw new JWKSetUnavailableException("the document at " + address + " isn't a key set");
        }
    }

    private static URI address(String text, URI issuer) throws JWKSetUnavailableException {
        try {
            URI address = new URI(text);
            if (issuer.getScheme().equals(address.getScheme())
                    && issuer.getRawAuthority().equals(address.getRawAuthority())) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Reported below.
        }
        throw new JWKSetUnavailableException("the issuer " + issuer + " names no keys on its own host");
    }

    private Map<String, Object> json(URI address) throws JWKSetUnavailableException {
        try {
            return JSONObjectUtils.parse(get(address));
        } catch (ParseException notJson) {
            throw new JWKSetUnavailableException("the document at " + address + " isn't JSON");
        }
    }

    private String get(URI address) throws JWKSetUnavailableException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(ANSWER_SECONDS))
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            // The request's own timeout ends with the headers; this one covers the body, too.
            HttpResponse<String> response = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (response.statusCode() == OK) {
                return response.body();
            }
            throw new JWKSetUnavailableException(address + " answered " + response.statusCode());
        } catch (ExecutionException failed) {
            throw new JWKSetUnavailableException(address + " didn't answer: " + reason(failed));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new JWKSetUnavailableException(address + " didn't answer within " + ANSWER_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("interrupted while fetching " + address);
        }
    }

    private static String reason(ExecutionException failed) {
        return failed.getCause() instanceof IOException cause ? cause.toString() : String.valueOf(failed.getCause());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
