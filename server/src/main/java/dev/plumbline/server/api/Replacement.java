package dev.plumbline.server.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;

/**
 * A document that replaces another.
 *
 * @param document as it was received
 * @param expected tags, one of which must be the current one; none: whatever is there is replaced
 */
record Replacement(byte[] document, List<String> expected) {

    private static final String WEAK = "W/";

    Replacement {
        expected = List.copyOf(expected);
    }

    static Replacement of(HttpServerRequest request, Buffer body) {
        String header = request.getHeader("If-Match");
        List<String> tags = header == null
                ? List.of()
                : Arrays.stream(header.split(",")).map(Replacement::opaque).toList();
        return new Replacement(body.getBytes(), tags);
    }

    /**
     * Whether content with this tag may be replaced. Tags are weak since the same content may be sent compressed or not; it is the
     * content that must not have changed.
     */
    boolean mayReplace(String tag) {
        return expected.isEmpty() || expected.contains("*") || expected.contains(opaque(tag));
    }

    private static String opaque(String tag) {
        String stripped = tag.strip();
        return stripped.startsWith(WEAK) ? stripped.substring(WEAK.length()) : stripped;
    }
}
