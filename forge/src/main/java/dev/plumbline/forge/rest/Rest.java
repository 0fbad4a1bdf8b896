package dev.plumbline.forge.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.repository.ForgeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * JSON over HTTP with one forge. A request and its whole answer take at most 30 s, an answer at most 16 MiB, a list at most 100 pages;
 * redirects are treated like any other answer, since a credential must not be sent along.
 */
public final class Rest {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_PAGES = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String forge;
    private final ApiAddress address;
    private final HttpClient client;
    private final Authorization authorization;
    private final Refusals refusals;
    private final String accept;

    /**
     * A forge's API.
     *
     * @param forge its name in messages
     * @param accept the requested media type
     * @throws IllegalArgumentException when the client follows redirects
     */
    public Rest(
            String forge,
            ApiAddress address,
            HttpClient client,
            Authorization authorization,
            Clock clock,
            String accept) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("a client that follows redirects would leak the credential");
        }
        this.forge = forge;
        this.address = address;
        this.client = client;
        this.authorization = authorization;
        this.refusals = new Refusals(clock);
        this.accept = accept;
    }

    /** An object without fields, to be sent. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object or list in a text; empty when it is neither. */
    public static Optional<JsonNode> parsed(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json.isContainerNode() ? Optional.of(json) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** What is there. */
    public JsonNode get(String path) {
        return body("GET", path, null);
    }

    /** What was made. */
    public JsonNode post(String path, JsonNode sent) {
        return body("POST", path, sent);
    }

    /** What it is now. */
    public JsonNode patch(String path, JsonNode sent) {
        return body("PATCH", path, sent);
    }

    /** What it is now. */
    public JsonNode put(String path, JsonNode sent) {
        return body("PUT", path, sent);
    }

    /** The elements of a list over all its pages. Pages are counted and not followed by address, since that is the forge's text. */
    public List<JsonNode> list(String path, String pageSize) {
        List<JsonNode> elements = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            String query = (path.contains("?") ? "&" : "?") + pageSize + "&page=" + page;
            HttpResponse<byte[]> answer = exchange("GET", address.at(path + query), path, null);
            json("GET " + path, answer).forEach(elements::add);
            if (!hasNext(answer)) {
                return elements;
            }
        }
        throw invalid("GET " + path, 200, "has more than " + MOST_PAGES + " pages");
    }

    /** A request to another address of the same forge, for what isn't below its base. */
    public JsonNode post(URI uri, JsonNode sent) {
        return json("POST " + uri.getPath(), exchange("POST", uri, uri.getPath(), sent));
    }

    /** The failure in an answer whose status is success. */
    public ForgeException refused(ForgeException.Kind kind, String asked, String said) {
        String text = Refusals.line(authorization.blotOut(said));
        Optional<Duration> wait =
                kind == ForgeException.Kind.RATE_LIMITED ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
        return new ForgeException(kind, 200, forge + ": " + asked + " answered: " + text, wait, null);
    }

    private JsonNode body(String method, String path, @Nullable JsonNode sent) {
        return json(method + " " + path, exchange(method, address.at(path), path, sent));
    }

    private HttpResponse<byte[]> exchange(String method, URI uri, String path, @Nullable JsonNode sent) {
        String asked = forge + ": " + method + " " + path;
        HttpResponse<byte[]> answer = send(asked, method, uri, sent);
        if (answer.statusCode() == 401 && authorization.renew()) {
            answer = send(asked, method, uri, sent);
        }
        if (answer.statusCode() / 100 != 2) {
            String said = Refusals.said(parsed(answer).orElse(MissingNode.getInstance()));
            throw refusals.of(asked, answer.statusCode(), answer.headers(), authorization.blotOut(said));
        }
        return answer;
    }

    private HttpResponse<byte[]> send(String asked, String method, URI uri, @Nullable JsonNode sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Accept", accept)
                .header("User-Agent", "plumbline")
                .method(method, sent == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.toString()));
        if (sent != null) {
            request.header("Content-Type", "application/json");
        }
        authorization.on(request);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), BoundedBody.of(MOST_BYTES));
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw unreachable(asked, reason(failed.getCause()), failed);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable(asked, "no answer in time", late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(asked, "interrupted", interrupted);
        }
    }

    private JsonNode json(String asked, HttpResponse<byte[]> answer) {
        if (answer.body().length == 0) {
            return MissingNode.getInstance();
        }
        return parsed(answer)
                .orElseThrow(() -> invalid(
                        asked,
                        answer.statusCode(),
                        "answered with something that is not JSON: is this the API's address?"));
    }

    private static Optional<JsonNode> parsed(HttpResponse<byte[]> answer) {
        return parsed(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** GitHub and Gitea say it in {@code Link} (RFC 8288), GitLab in {@code X-Next-Page}, too. */
    private static boolean hasNext(HttpResponse<byte[]> answer) {
        return answer.headers().allValues("Link").stream().anyMatch(link -> link.contains("rel=\"next\""))
                || answer.headers()
                        .firstValue("X-Next-Page")
                        .filter(page -> !page.isBlank())
                        .isPresent();
    }

    private ForgeException invalid(String asked, int status, String what) {
        return new ForgeException(
                ForgeException.Kind.INVALID, status, forge + ": " + asked + " " + what, Optional.empty(), null);
    }

    private static ForgeException unreachable(String asked, String reason, Throwable cause) {
        return new ForgeException(ForgeException.Kind.UNREACHABLE, 0, asked + ": " + reason, Optional.empty(), cause);
    }

    private static String reason(@Nullable Throwable failed) {
        if (failed instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (failed instanceof ConnectException) {
            return "no connection";
        }
        String message = failed instanceof IOException ? failed.getMessage() : null;
        return message == null || message.isEmpty() ? "the connection failed" : Refusals.line(message);
    }
}
