package dev.plumbline.forge.product;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as parts of an address. */
public final class Encoded {

    private Encoded() {}

    /** A part of a path; slashes stay. */
    public static String path(String text) {
        return query(text).replace("%2F", "/");
    }

    /** A value in a query. */
    public static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
