package dev.plumbline.server.site.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void keepsTheQueryAndEscapesIt() {
        Pager pager = Pager.of("/projects/a", Map.of("q", "a&b=\"<"), 2, 50, 120);

        assertThat(pager.text()).isEqualTo("51–100 of 120");
        assertThat(pager.previous()).contains("/projects/a?q=a%26b%3D%22%3C");
        assertThat(pager.next()).contains("/projects/a?q=a%26b%3D%22%3C&page=3");
    }

    @Test
    void isNotNeededForOnePage() {
        assertThat(Pager.of("/projects/a", Map.of(), 1, 50, 50).needed()).isFalse();
    }
}
