package dev.plumbline.collector.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a server is.
 *
 * @param base {@code http} or {@code https}, a host and possibly a path, without a slash at the end
 */
public record ServerAddress(String base) {

    /**
     * The address that a text gives.
     *
     * @throws IllegalArgumentException with a sentence for the user when it isn't an address that results may be sent to
     */
    public static ServerAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("the server's address isn't a URL: " + broken.getReason(), broken);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the server's address has to begin with https:// or http://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the server's address names no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the server's address contains a user; remove it, the token identifies the sender");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the server's address has to end before ? and #");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new ServerAddress(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /** The address of a project's runs, the place to upload to. */
    public URI runs(String project) {
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/runs");
    }

    /** The place to upload to without a token. */
    public URI quarantinedRuns(String project) {
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/quarantine/runs");
    }

    /** The address of the runs of a commit in an environment. */
    public URI runs(String project, String commit, String environment) {
        return URI.create(runs(project) + "?commit=" + segment(commit) + "&environment=" + segment(environment));
    }

    /** The address of a regression. */
    public URI regression(String project, long regression) {
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/regressions/" + regression);
    }

    /** The address of one run in the API. */
    public URI run(String project, long run) {
        return URI.create(runs(project) + "/" + run);
    }

    /** The address of a run's verdicts. */
    public URI verdicts(String project, long run) {
        return URI.create(run(project, run) + "/verdicts");
    }

    /**
     * The address of what a commit did.
     *
     * @param form the format: empty for JSON, {@code .md} for a comment's Markdown
     * @param pullRequest the pull request's number, 0 for none
     * @param limit the most characters of the Markdown, 0 for the server's own limit
     */
    public URI report(String project, String form, String commit, int pullRequest, int limit) {
        String request = (pullRequest > 0 ? "&pullRequest=" + pullRequest : "") + (limit > 0 ? "&limit=" + limit : "");
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/report" + form + "?commit="
                + segment(commit) + request);
    }

    /**
     * The address of what is known of an environment's noise.
     *
     * @param page from 1
     */
    public URI noise(String project, String environment, int page) {
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/noise?environment=" + segment(environment)
                + "&perPage=1000&page=" + page);
    }

    /** The address of a project's renames. */
    public URI renames(String project) {
        return URI.create(base + "/api/v1/projects/" + segment(project) + "/renames");
    }

    /** The full address of a page that the server named by its path. */
    public String page(String path) {
        return path.startsWith("/") ? base + path : path;
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
