package dev.plumbline.generator.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Plumbline's API, as far as a made-up project needs it. */
final class ServerClient {

    private static final String BOUNDARY = "boundary-of-a-made-up-project";
    private static final int REFUSED = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI server;
    private final String token;

    ServerClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * What the server says at a path.
     *
     * @throws IOException when it can't be reached, or refuses
     */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /**
     * Sends an object to a path.
     *
     * @throws IOException when the server can't be reached, or refuses
     */
    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Uploads a document.
     *
     * @throws IOException when the server can't be reached, or refuses
     */
    JsonNode upload(String path, Metadata metadata, byte[] document) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(document.length + 100_000);
        part(body, "name=\"metadata\"", json.writeValueAsBytes(metadata));
        part(body, "name=\"result\"; filename=\"jmh-result.json\"", document);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: application/json\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private JsonNode send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.uri(URI.create(server + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED) {
            throw new IOException("%s answers %d to %s: %s"
                    .formatted(server, answer.statusCode(), answer.request().method() + " " + path, answer.body()));
        }
        return json.readTree(answer.body());
    }
}
