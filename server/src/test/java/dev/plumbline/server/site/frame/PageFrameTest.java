package dev.plumbline.server.site.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.forges.ForgeLinks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageFrameTest {

    private static final List<PageFrame.Crumb> CRUMBS = List.of(new PageFrame.Crumb("Projects", "/"));

    @Test
    void theTabOfThePageIsThePage() {
        assertThat(frame("/projects/acme", CRUMBS).tabs().get(0))
                .isEqualTo(new PageFrame.Tab("Overview", "/projects/acme", "page"));
        assertThat(current("/projects/acme?branch=a/b")).containsExactly("Overview");
        assertThat(current("/projects/acme/regressions?state=open")).containsExactly("Regressions");
    }

    @Test
    void aPageBelowATabMarksItWithoutBeingIt() {
        assertThat(frame("/projects/acme/pull-requests/12", CRUMBS).tabs())
                .contains(new PageFrame.Tab("Pull requests", "/projects/acme/pull-requests", "true"));
    }

    @Test
    void noTabIsMarkedWhereNoneHasThePage() {
        assertThat(frame("/projects/acme/no-such-page", CRUMBS).tabs()).isNotEmpty();
        assertThat(current("/projects/acme/no-such-page")).isEmpty();
    }

    @Test
    void outsideOfAProjectAndWhereItMayNotBeSeenThereAreNone() {
        assertThat(frame("/", CRUMBS).tabs()).isEmpty();
        assertThat(frame("/projects/acme", List.of()).tabs()).isEmpty();
    }

    private static List<String> current(String address) {
        return frame(address, CRUMBS).tabs().stream()
                .filter(tab -> tab.current() != null)
                .map(PageFrame.Tab::label)
                .toList();
    }

    private static PageFrame frame(String address, List<PageFrame.Crumb> crumbs) {
        return new PageFrame(
                "", crumbs, PageTheme.SYSTEM, false, address, Assets.load(), ForgeLinks.NONE, Optional.empty());
    }
}
