package dev.plumbline.forge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final RetryAfter AT_NOON =
            new RetryAfter(InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                "0 | 0",
                "' 7 ' | 7",
                "86401 | 86400",
                "999999999 | 86400",
                "Sun, 22 Nov 2026 12:00:30 GMT | 30",
                "Sun, 22 Nov 2026 11:00:00 GMT | 0",
                "Sun, 22 Nov 2099 12:00:00 GMT | 86400"
            })
    void readsSecondsOrADateUpToADay(String header, long seconds) {
        assertThat(AT_NOON.parse(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999", "1.5", "٣", "Sun, 22 Nov 2026", ""})
    void knowsNothingOfAValueThatIsNeither(String header) {
        assertThat(AT_NOON.parse(header)).isEmpty();
    }

    @Test
    void readsTheHeaderOfAnAnswer() {
        HttpHeaders headers = HttpHeaders.of(Map.of("retry-after", List.of("5")), (name, value) -> true);

        assertThat(AT_NOON.of(headers)).contains(Duration.ofSeconds(5));
        assertThat(AT_NOON.of(HttpHeaders.of(Map.of(), (name, value) -> true))).isEmpty();
    }
}
