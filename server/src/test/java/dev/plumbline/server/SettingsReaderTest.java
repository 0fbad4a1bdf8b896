package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    @Test
    void standsWithoutAnyVariable() {
        Settings settings = SettingsReader.read(Map.of(), Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.data()).isAbsolute().endsWithRaw(Path.of("data", "server"));
        assertThat(settings.address(8080)).hasToString("http://localhost:8080");
    }

    @Test
    void letsAFlagWinOverAVariable() {
        Settings settings = SettingsReader.read(Map.of("PLUMBLINE_PORT", "1"), Map.of(Setting.PORT, "2"));

        assertThat(settings.port()).isEqualTo(2);
    }

    @Test
    void namesEveryVariableThatDoesNotHoldAndWhatItTakes() {
        Map<String, String> wrong = Map.of(
                "PLUMBLINE_PORT", "99999",
                "PLUMBLINE_PUBLIC_URL", "plumbline.example.com",
                "PLUMBLINE_DATABASE_URL", "postgres://localhost/plumbline",
                "PLUMBLINE_LOG_FORMAT", "xml");

        assertThatThrownBy(() -> SettingsReader.read(wrong, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("PLUMBLINE_PORT (--port) is '99999': expected a whole number from 0 to 65535")
                .hasMessageContaining("PLUMBLINE_PUBLIC_URL (--public-url) is 'plumbline.example.com'")
                .hasMessageContaining("jdbc:postgresql://localhost/plumbline")
                .hasMessageContaining("PLUMBLINE_LOG_FORMAT (--log-format) is 'xml': expected one of json, text");
    }

    @Test
    void dropsTheSlashAtTheEndOfThePublicAddress() {
        Settings settings =
                SettingsReader.read(Map.of("PLUMBLINE_PUBLIC_URL", "https://plumbline.example.com/"), Map.of());

        assertThat(settings.address(8080)).hasToString("https://plumbline.example.com");
    }

    @Test
    void hidesThePassword() {
        Settings settings = SettingsReader.read(
                Map.of("PLUMBLINE_DATABASE_URL", "jdbc:postgresql://db/p", "PLUMBLINE_DATABASE_PASSWORD", "secret"),
                Map.of());

        assertThat(settings.toString()).doesNotContain("secret");
    }
}
