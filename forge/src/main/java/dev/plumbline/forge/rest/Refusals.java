package dev.plumbline.forge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.http.RetryAfter;
import dev.plumbline.forge.repository.ForgeException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What an unsuccessful answer means, whichever forge it comes from. */
public final class Refusals {

    private static final int LONGEST_MESSAGE = 300;

    /** The wait that GitHub's documentation asks for when a secondary limit names no time. */
    private static final Duration SECONDARY_LIMIT = Duration.ofMinutes(1);

    private final RetryAfter retryAfter;

    Refusals(Clock clock) {
        this.retryAfter = new RetryAfter(clock);
    }

    /**
     * The failure.
     *
     * @param asked the forge and the request, such as {@code GitHub: GET /repos/acme/tools/pulls/5}
     * @param said the message of the answer's body, already without secrets
     */
    ForgeException of(String asked, int status, HttpHeaders headers, String said) {
        ForgeException.Kind kind = kind(status, headers, said);
        String message = asked + " answered " + status + (said.isEmpty() ? "" : ": " + said) + remedy(status);
        return new ForgeException(kind, status, message, wait(kind, headers), null);
    }

    private static ForgeException.Kind kind(int status, HttpHeaders headers, String said) {
        String text = said.toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> ForgeException.Kind.UNAUTHORIZED;
            case 403 -> {
                if (headers.firstValue("Retry-After").isPresent() || isSpent(headers) || text.contains("rate limit")) {
                    yield ForgeException.Kind.RATE_LIMITED;
                }
                yield text.contains("locked") ? ForgeException.Kind.GONE : ForgeException.Kind.FORBIDDEN;
            }
            case 404 -> ForgeException.Kind.NOT_FOUND;
            case 410, 423 -> ForgeException.Kind.GONE;
            case 429 -> ForgeException.Kind.RATE_LIMITED;
            case 408 -> ForgeException.Kind.SERVER_ERROR;
            default -> status >= 500 ? ForgeException.Kind.SERVER_ERROR : ForgeException.Kind.INVALID;
        };
    }

    private static boolean isSpent(HttpHeaders headers) {
        return headers.firstValue("X-RateLimit-Remaining")
                .or(() -> headers.firstValue("RateLimit-Remaining"))
                .filter("0"::equals)
                .isPresent();
    }

    private static String remedy(int status) {
        return status / 100 == 3
                ? " (a redirect, which is not followed since the credential would go along: give the final address of the"
                        + " repository or the API)"
                : "";
    }

    private Optional<Duration> wait(ForgeException.Kind kind, HttpHeaders headers) {
        Optional<Duration> asked = retryAfter.of(headers);
        if (asked.isPresent() || kind != ForgeException.Kind.RATE_LIMITED) {
            return asked;
        }
        Optional<Duration> reset = headers.firstValue("X-RateLimit-Reset")
                .or(() -> headers.firstValue("RateLimit-Reset"))
                .filter(value -> isSpent(headers) && value.matches("[0-9]{1,12}"))
                .map(value -> retryAfter.until(Instant.ofEpochSecond(Long.parseLong(value))));
        return Optional.of(reset.orElse(SECONDARY_LIMIT));
    }

    /**
     * What an error's body says, on one line and truncated: GitHub's {@code message} with the first of {@code errors}, GitLab's {@code
     * message} or {@code error}, Gitea's {@code message}.
     */
    static String said(JsonNode body) {
        JsonNode message = body.hasNonNull("message") ? body.get("message") : body.path("error");
        String text = message.isTextual() ? message.asText() : message.isMissingNode() ? "" : message.toString();
        JsonNode first = body.path("errors").path(0);
        String detail = first.isTextual()
                ? first.asText()
                : first.path("message").asText(first.path("field").asText(""));
        return line(detail.isEmpty() ? text : text.isEmpty() ? detail : text + " (" + detail + ")");
    }

    /** A forge's text on one line without control characters, at most 300 characters. */
    public static String line(String text) {
        String start = text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
        return start.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }
}
