package dev.plumbline.collector.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A payload as {@code multipart/form-data}: the attribute {@code metadata} and the file {@code result}, read from disk
 * and compressed while it is sent, again for each attempt.
 */
final class Multipart {

    private final Payload payload;
    private final String boundary = "plumbline-" + UUID.randomUUID();

    Multipart(Payload payload) {
        this.payload = payload;
    }

    /** The header's value. */
    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The body; fails while it is sent when the file can't be read. */
    BodyPublisher body() {
        return BodyPublishers.ofInputStream(() -> {
            try {
                return new SequenceInputStream(
                        Collections.enumeration(List.of(text(head()), payload.compressed(), text(tail()))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private String head() {
        return "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json; charset=utf-8\r\n\r\n"
                + payload.metadata() + "\r\n"
                + "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"result\"; filename=\"" + fileName() + "\"\r\n"
                + "Content-Type: application/gzip\r\n\r\n";
    }

    private String tail() {
        return "\r\n--" + boundary + "--\r\n";
    }

    /** The last part of the name, with an underscore for whatever could break a header. */
    private String fileName() {
        String name = payload.name().substring(payload.name().lastIndexOf('/') + 1);
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.endsWith(".gz") ? safe : safe + ".gz";
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
