package dev.plumbline.server.site.frame;

import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.http.Links;
import java.util.Arrays;
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
 * @param forge the addresses of what the project has on its forge; none for a page of no project
 * @param preview how the address unfolds where it is posted; empty for a page that isn't posted, and for what isn't public
 */
public record PageFrame(
        String title,
        List<Crumb> crumbs,
        PageTheme theme,
        boolean signedIn,
        String address,
        Assets assets,
        ForgeLinks forge,
        Optional<Preview> preview) {

    private static final Pattern PROJECT = Pattern.compile(
            "(?<project>/projects/[a-z0-9-]{1,63})(?:/(?<folder>[^/?#]*))?(?<deeper>/[^?#]+)?(?=[/?#]|$)");

    public PageFrame {
        crumbs = List.copyOf(crumbs);
    }

    /** The same for a page that unfolds where its address is posted. */
    public PageFrame with(Preview shown) {
        return new PageFrame(title, crumbs, theme, signedIn, address, assets, forge, Optional.of(shown));
    }

    /** A step of the way to the page. */
    public record Crumb(String label, String url) {}

    /**
     * A tab of the project.
     *
     * @param current {@code page} for the page itself, {@code true} for the tab that it lies below, null for all others, so that the
     *     attribute is left out
     */
    public record Tab(String label, String url, @Nullable String current) {}

    /** The choice for the root element, null if it is the system's, so that the attribute is left out. */
    public @Nullable String themeAttribute() {
        return theme == PageTheme.SYSTEM ? null : theme.label();
    }

    /** The feed of the project that the page belongs to; empty if it belongs to none. */
    public Optional<String> feed() {
        Matcher project = PROJECT.matcher(address);
        return project.lookingAt() ? Optional.of(project.group("project") + "/regressions.atom") : Optional.empty();
    }

    /** The tabs of the project that the page belongs to; none if it belongs to none, or the reader may not see it. */
    public List<Tab> tabs() {
        Matcher place = PROJECT.matcher(address);
        if (crumbs.isEmpty() || !place.lookingAt()) {
            return List.of();
        }
        Optional<ProjectTab> shown =
                ProjectTab.of(Optional.ofNullable(place.group("folder")).orElse(""));
        String current = place.group("deeper") == null ? "page" : "true";
        return Arrays.stream(ProjectTab.values())
                .map(tab -> new Tab(
                        tab.label(),
                        place.group("project") + tab.path(),
                        shown.filter(tab::equals).map(found -> current).orElse(null)))
                .toList();
    }

    /** The page's own address, encoded as a query parameter. */
    public String nextParameter() {
        return Links.encoded(address);
    }
}
