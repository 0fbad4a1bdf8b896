package dev.plumbline.collector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    @Test
    void keepsAPathAndAPortAndDropsTheLastSlashes() {
        ServerAddress address = ServerAddress.parse(" HTTPS://Perf.Acme.Example:8443/plumbline// ");

        assertThat(address.base()).isEqualTo("https://perf.acme.example:8443/plumbline");
        assertThat(address.runs("a b/c"))
                .hasToString("https://perf.acme.example:8443/plumbline/api/v1/projects/a%20b%2Fc/runs");
        assertThat(address.verdicts("acme", 17))
                .hasToString("https://perf.acme.example:8443/plumbline/api/v1/projects/acme/runs/17/verdicts");
        assertThat(address.page("/projects/acme/runs/17"))
                .isEqualTo("https://perf.acme.example:8443/plumbline/projects/acme/runs/17");
        assertThat(address.page("https://elsewhere.example/r/17")).isEqualTo("https://elsewhere.example/r/17");
    }

    @ParameterizedTest
    @CsvSource({
        "perf.acme.example, has to begin with https",
        "ftp://perf.acme.example, has to begin with https",
        "file:///etc/passwd, has to begin with https",
        "https:///runs, no host",
        "https://me:secret@perf.acme.example, contains a user",
        "https://perf.acme.example/?project=x, before ? and #",
        "https://perf acme, 'isn''t a URL'"
    })
    void refusesWhatResultsCannotBeSentTo(String text, String reason) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void neverShowsAToken() {
        AccessToken token = AccessToken.of(" plb_very-secret\n");

        assertThat(token).hasToString("***");
        assertThat(token.blotOut("it was plb_very-secret!")).isEqualTo("it was ***!");
        assertThatThrownBy(() -> AccessToken.of("plb_very secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("very");
    }
}
