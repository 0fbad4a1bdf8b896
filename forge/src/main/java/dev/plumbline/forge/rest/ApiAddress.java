package dev.plumbline.forge.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a forge's API is.
 *
 * @param base {@code http} or {@code https}, a host and possibly a path, without a slash at the end
 */
public record ApiAddress(String base) {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}");

    /**
     * The address that a text gives.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static ApiAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("the forge's address is not a URL: " + broken.getReason(), broken);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("the forge's address must be https:// or http:// and a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the forge's address must not contain a user, ? or #");
        }
        return new ApiAddress(text.strip().replaceAll("/+$", ""));
    }

    /** The full address of a path, which begins with a slash and is encoded. */
    URI at(String path) {
        return URI.create(base + path);
    }

    /** One segment of a path: slashes and everything else that is not plain are encoded. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The repository's {@code owner/name}, which is safe in a path.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static String ownerAndName(String repository) {
        if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
            throw new IllegalArgumentException("the repository must be OWNER/NAME");
        }
        return repository;
    }
}
