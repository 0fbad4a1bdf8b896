package dev.plumbline.server.http;

import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Keys in the paths of pages. */
public final class PathKeys {

    private PathKeys() {}

    /**
     * The key in a path parameter.
     *
     * @throws ProblemException {@code not-found} when it isn't a key
     */
    public static long of(RoutingContext context, String name) {
        return of(text(context, name), name);
    }

    /** The key in a text. */
    public static long of(String text, String name) {
        try {
            long key = Long.parseLong(text);
            if (key > 0) {
                return key;
            }
        } catch (NumberFormatException notAKey) {
            // Reported below.
        }
        throw missing(name);
    }

    /** The text of a path parameter. */
    public static String text(RoutingContext context, String name) {
        String text = context.pathParam(name);
        return text == null ? "" : text;
    }

    /** The end of a path behind a star, with its slashes; empty if it isn't encoded as a path is. */
    public static String rest(RoutingContext context) {
        try {
            return URLDecoder.decode(text(context, "*").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    /** What to answer when there is nothing of that key. */
    public static ProblemException missing(String name) {
        return new ProblemException(
                ProblemKind.NOT_FOUND, "This project has no such " + name + ". It may belong to another project.");
    }
}
