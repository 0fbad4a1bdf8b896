package dev.plumbline.server.notification.channel;

import dev.plumbline.forge.http.RetryAfter;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Posts JSON to listed hosts. It doesn't follow redirects, which could lead to hosts that aren't listed. No outcome contains the
 * address: the address may be a secret, and everyone who may read the project can read the outcomes.
 */
public final class HttpPost {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private final NotifyHosts hosts;
    private final RetryAfter retryAfter;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public HttpPost(NotifyHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.retryAfter = new RetryAfter(clock);
    }

    /** Posts a document. Only the status of the answer decides the outcome. */
    DeliveryOutcome send(String address, String body, Map<String, String> headers) {
        Optional<URI> allowed = hosts.allowed(address);
        if (allowed.isEmpty()) {
            return DeliveryOutcome.dead(
                    "PLUMBLINE_NOTIFY_HOSTS doesn't list the rule's host. Add the host there, or change the rule's"
                            + " address.",
                    0);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(allowed.get())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Plumbline")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return outcome(answer);
        } catch (IOException e) {
            return DeliveryOutcome.failed(
                    "The receiver didn't accept the message: " + reason(e) + ".", 0, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryOutcome.failed("The server was stopped.", 0, Optional.empty());
        }
    }

    /** The kind of failure: messages of exceptions may repeat the address. */
    private static String reason(IOException e) {
        return switch (e) {
            case HttpTimeoutException timeout -> "no answer within " + PATIENCE.toSeconds() + " seconds";
            case SSLException tls -> "its certificate or TLS configuration is invalid";
            case ConnectException connect ->
                connect.getCause() instanceof UnresolvedAddressException
                        ? "the host is unknown"
                        : "it refused the connection";
            default -> "the connection was lost";
        };
    }

    private DeliveryOutcome outcome(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = "The receiver answered " + status;
        if (status >= SUCCESS && status < REDIRECTION) {
            return DeliveryOutcome.delivered(said + ".", status);
        }
        if (status >= REDIRECTION && status < CLIENT_ERROR) {
            return DeliveryOutcome.dead(
                    said + ", a redirect. Redirects aren't followed: change the rule's address.", status);
        }
        boolean passes = status >= SERVER_ERROR || status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
        if (!passes) {
            return DeliveryOutcome.dead(said + " and won't accept the message. Check the rule's address.", status);
        }
        return DeliveryOutcome.failed(said + ".", status, retryAfter.of(answer.headers()));
    }
}
