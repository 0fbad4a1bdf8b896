package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A plain HTTP client. Every answer of the API has to be as {@code openapi.json} describes it. */
final class ApiClient {

    private static final DescribedAnswers DESCRIBED = DescribedAnswers.load();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One for all, since each keeps its connections and a server accepts only so many of one address. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Optional<String> token;

    ApiClient(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> response) {

        JsonObject json() {
            return new JsonObject(body);
        }

        /** The problem's stable code. */
        String code() {
            return json().getString("code", "");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** What a path says as soon as its {@code status} is no longer {@code waiting}. */
    JsonObject judged(String path) {
        return await().atMost(PATIENCE)
                .until(
                        () -> get(path).json(),
                        answer -> !answer.getString("status").equals("waiting"));
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Uploads a document the way {@code curl --data-binary} does. */
    Answer upload(String project, String commit, String document) {
        return upload(project, commit, document.getBytes(StandardCharsets.UTF_8));
    }

    Answer upload(String project, String commit, byte[] document, String... headers) {
        return send(
                "POST",
                "/api/v1/projects/" + project + "/runs?branch=main&commit=" + commit + "&environment=ci-linux",
                BodyPublishers.ofByteArray(document),
                headers);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, body);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.body(), response);
            assertThat(DESCRIBED.complaints(
                            method,
                            path.replaceAll("\\?.*", ""),
                            answer.status(),
                            answer.header("Content-Type"),
                            answer.body()))
                    .as(answer.body())
                    .isEmpty();
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
