package dev.plumbline.collector.client;

import dev.plumbline.forge.http.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends a request until it is answered: again after a failed connection, 408, 429 and 5xx, not after any other answer.
 * Redirects are never followed, since the token would be sent along.
 */
final class Exchange {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();
    private final Timing timing;
    private final RetryAfter retryAfter;
    private final Consumer<String> messages;

    /** Reports why and when it tries again. */
    Exchange(Timing timing, Consumer<String> messages) {
        this.timing = timing;
        this.retryAfter = new RetryAfter(timing.clock());
        this.messages = messages;
    }

    /**
     * The server's answer.
     *
     * @param request creates the request, again for each attempt
     * @throws UnreachableException when there was none in time
     */
    HttpResponse<String> send(Supplier<HttpRequest> request, Backoff backoff) {
        Instant deadline = timing.clock().instant().plus(backoff.total());
        for (int attempt = 1; ; attempt++) {
            String trouble;
            Duration asked = Duration.ZERO;
            try {
                HttpResponse<String> response =
                        client.send(request.get(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (!isPassing(response.statusCode())) {
                    return response;
                }
                trouble = "the server answered " + ServerProblem.of(response).sentence();
                asked = retryAfter.of(response.headers()).orElse(Duration.ZERO);
            } catch (IOException failed) {
                trouble = describe(failed);
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
            pause(trouble, attempt, backoff.pause(attempt, asked, timing.random()), deadline);
        }
    }

    private void pause(String trouble, int attempt, Duration pause, Instant deadline) {
        if (timing.clock().instant().plus(pause).isAfter(deadline)) {
            throw new UnreachableException(trouble + (attempt == 1 ? "" : " (" + attempt + " attempts)"));
        }
        double seconds = pause.toMillis() / 1000.0;
        messages.accept(trouble + "; trying again in " + Math.round(seconds * 10) / 10.0 + " s");
        try {
            timing.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static UnreachableException interrupted() {
        Thread.currentThread().interrupt();
        return new UnreachableException("interrupted");
    }

    private static boolean isUnknownHost(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String describe(IOException failed) {
        if (failed instanceof HttpConnectTimeoutException) {
            return "no connection within " + TO_CONNECT.toSeconds() + " s";
        }
        if (failed instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (failed instanceof ConnectException) {
            return isUnknownHost(failed) ? "unknown host" : "the connection was refused";
        }
        String message = failed.getMessage();
        return "the connection failed" + (message == null || message.isEmpty() ? "" : " (" + message + ")");
    }
}
