package dev.plumbline.server.http;

import dev.plumbline.server.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete answer, made on a worker thread and written on the event loop.
 *
 * @param status the HTTP status
 * @param body the bytes of the body
 * @param headers the headers in addition to those that every answer has
 */
public record Reply(int status, Buffer body, Map<String, String> headers) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A value as JSON that can be cached and revalidated by its tag. */
    public static Reply json(Object value) {
        return tagged("application/json", Buffer.buffer(Json.bytes(value)));
    }

    /** A value as JSON that answers a change. */
    public static Reply changed(int status, Object value) {
        return new Reply(
                status,
                Buffer.buffer(Json.bytes(value)),
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
    }

    /** A value as JSON about something new that has an address. */
    public static Reply created(Object value, String location) {
        return changed(CREATED, value).with("Location", location);
    }

    /** No body. */
    public static Reply nothing() {
        return new Reply(NO_CONTENT, Buffer.buffer(), Map.of());
    }

    /** A CSV file of that name. */
    public static Reply csv(String csv, String name) {
        return tagged("text/csv; charset=utf-8", Buffer.buffer(csv))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** A body of a type with a tag of its content. */
    public static Reply tagged(String type, Buffer body) {
        return new Reply(
                OK, body, Map.of("Content-Type", type, "ETag", tag(body), "Cache-Control", "private, no-cache"));
    }

    /** This reply with one more header, which replaces one of the same name. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }

    /** Writes it; 304 without a body if the client already has this content. */
    public void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        headers.forEach(response::putHeader);
        if (unchanged(context)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.setStatusCode(status);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            response.end();
        } else if (status == NO_CONTENT) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private boolean unchanged(RoutingContext context) {
        String tag = headers.get("ETag");
        String known = context.request().getHeader("If-None-Match");
        return tag != null
                && known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** Weak, because the same content may be sent compressed or not. */
    private static String tag(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
