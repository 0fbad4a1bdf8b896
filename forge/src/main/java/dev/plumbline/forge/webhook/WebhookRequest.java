package dev.plumbline.forge.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.http.HmacSha256;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.forge.rest.Refusals;
import dev.plumbline.forge.rest.Rest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** A request that claims to be a forge's webhook. */
public final class WebhookRequest {

    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    /**
     * The request.
     *
     * @param headers gives a header's value by its name, whatever the case of its letters
     * @param body the body as it was received, byte by byte
     */
    public WebhookRequest(Function<String, Optional<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body.clone();
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** The value of the first of these headers that is there, on one line; empty when none is. */
    public String first(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> header(name).stream())
                .findFirst()
                .map(Refusals::line)
                .orElse("");
    }

    /** Whether a header has a value that is secret; takes the same time wherever the two differ. */
    public boolean has(String name, String secret) {
        return header(name).filter(value -> HmacSha256.isSame(value, secret)).isPresent();
    }

    /** The code of the body with a secret, as 64 hexadecimal digits in lower case. */
    public String hmac(String secret) {
        return new HmacSha256(secret.getBytes(StandardCharsets.UTF_8)).hex(body);
    }

    /** The body as it was received. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body's object.
     *
     * @throws IllegalArgumentException when it isn't one
     */
    public JsonNode json() {
        return Rest.parsed(new String(body, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("the webhook's body is not JSON"));
    }

    /**
     * The event that this request reports.
     *
     * @param delivery the forge's id of the request
     * @param updated when the pull request was changed (ISO 8601); what can't be read is left out
     * @throws IllegalArgumentException when the body names no repository, pull request or head commit
     */
    public WebhookEvent event(
            WebhookEvent.Action action, String repository, String delivery, String updated, PullRequest pullRequest) {
        if (repository.isEmpty()
                || pullRequest.number() <= 0
                || pullRequest.headSha().isEmpty()) {
            throw new IllegalArgumentException("the webhook names no repository, pull request or head commit");
        }
        return new WebhookEvent(action, repository, delivery, digest(), time(updated), pullRequest);
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
