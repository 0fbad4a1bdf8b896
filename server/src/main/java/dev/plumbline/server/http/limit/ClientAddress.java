package dev.plumbline.server.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * Where a request comes from.
 *
 * @param behindProxy whether the last entry of {@code X-Forwarded-For} was written by a proxy of ours
 */
public record ClientAddress(boolean behindProxy) {

    /** The client's address, as text. */
    public String of(HttpServerRequest request) {
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null && !forwarded.isBlank()) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }
}
