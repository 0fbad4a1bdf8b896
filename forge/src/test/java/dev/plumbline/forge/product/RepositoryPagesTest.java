package dev.plumbline.forge.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import org.junit.jupiter.api.Test;

/** Expected: the addresses that each forge's own pages link to. */
class RepositoryPagesTest {

    @Test
    void areThoseOfGitHub() {
        RepositoryPages pages = ForgeKind.GITHUB.product().pages("https://github.com/acme/widget");

        assertThat(pages.commit("4c1d2e3f")).isEqualTo("https://github.com/acme/widget/commit/4c1d2e3f");
        assertThat(pages.range("4c1d2e3f", "9a07b1c2"))
                .isEqualTo("https://github.com/acme/widget/compare/4c1d2e3f...9a07b1c2");
        assertThat(pages.branch("release/1 #x")).isEqualTo("https://github.com/acme/widget/tree/release/1%20%23x");
        assertThat(pages.pullRequest(12)).isEqualTo("https://github.com/acme/widget/pull/12");
        assertThat(pages.author("Ann \"A\" Lee", "main"))
                .isEqualTo("https://github.com/acme/widget/search?type=commits&q=author-name%3A%22Ann%20A%20Lee%22");
    }

    @Test
    void areThoseOfGitLab() {
        RepositoryPages pages = ForgeKind.GITLAB.product().pages("https://gitlab.com/acme/core/widget");

        assertThat(pages.commit("4c1d2e3f")).isEqualTo("https://gitlab.com/acme/core/widget/-/commit/4c1d2e3f");
        assertThat(pages.range("4c1d2e3f", "9a07b1c2"))
                .isEqualTo("https://gitlab.com/acme/core/widget/-/compare/4c1d2e3f...9a07b1c2");
        assertThat(pages.branch("main")).isEqualTo("https://gitlab.com/acme/core/widget/-/tree/main");
        assertThat(pages.pullRequest(12)).isEqualTo("https://gitlab.com/acme/core/widget/-/merge_requests/12");
        assertThat(pages.author("Ann Lee", "main"))
                .isEqualTo("https://gitlab.com/acme/core/widget/-/commits/main?author=Ann%20Lee");
    }

    @Test
    void areThoseOfGiteaAndForgejo() {
        RepositoryPages pages = ForgeKind.GITEA.product().pages("https://codeberg.org/acme/widget");

        assertThat(pages.commit("4c1d2e3f")).isEqualTo("https://codeberg.org/acme/widget/commit/4c1d2e3f");
        assertThat(pages.range("4c1d2e3f", "9a07b1c2"))
                .isEqualTo("https://codeberg.org/acme/widget/compare/4c1d2e3f...9a07b1c2");
        assertThat(pages.branch("main")).isEqualTo("https://codeberg.org/acme/widget/src/branch/main");
        assertThat(pages.pullRequest(12)).isEqualTo("https://codeberg.org/acme/widget/pulls/12");
        assertThat(pages.author("Ann Lee", "main"))
                .isEqualTo("https://codeberg.org/acme/widget/commits/branch/main/search?q=author%3AAnn.Lee");
    }
}
