package dev.plumbline.server.site.frame;

import dev.plumbline.server.http.Links;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds all pages.
 *
 * @param title the page's own title
 * @param crumbs the way to the page from the list of projects, without the page itself
 * @param theme the reader's choice of colours
 * @param signedIn whether the reader has signed in with a token
 * @param address the page's own path and query, to come back to after signing in
 * @param assets the style sheet, the script and the icon
 */
public record PageFrame(
        String title, List<Crumb> crumbs, PageTheme theme, boolean signedIn, String address, Assets assets) {

    private static final Pattern PROJECT = Pattern.compile("(/projects/[a-z0-9-]{1,63})(?=[/?#]|$)");

    public PageFrame {
        crumbs = List.copyOf(crumbs);
    }

    /** A step of the way to the page. */
    public record Crumb(String label, String url) {}

    /** The choice for the root element, null if it is the system's, so that the attribute is left out. */
    public @Nullable String themeAttribute() {
        return theme == PageTheme.SYSTEM ? null : theme.label();
    }

    /** The feed of the project that the page belongs to; empty if it belongs to none. */
    public Optional<String> feed() {
        Matcher project = PROJECT.matcher(address);
        return project.lookingAt() ? Optional.of(project.group(1) + "/regressions.atom") : Optional.empty();
    }

    /** The page's own address, encoded as a query parameter. */
    public String nextParameter() {
        return Links.encoded(address);
    }
}
