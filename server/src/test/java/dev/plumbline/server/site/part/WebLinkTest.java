package dev.plumbline.server.site.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

    @Test
    void linksToTheCiRunByHttps() {
        assertThat(WebLink.of("https://ci.example.com/runs/1?a=1&b=2"))
                .contains("https://ci.example.com/runs/1?a=1&b=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " https://ci.example.com",
                "data:text/html,<script>alert(1)</script>",
                "//ci.example.com/1",
                "/runs/1",
                "https:",
                "https://ci.example.com/\"onclick=x",
                "ftp://ci.example.com/"
            })
    void linksNowhereElse(String link) {
        assertThat(WebLink.of(link)).isEmpty();
    }
}
