package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private record Part(String sha, Optional<String> author) {}

    private record Wanted(
            String name,
            Optional<String> note,
            OptionalInt count,
            Optional<Double> effect,
            Optional<Boolean> on,
            Optional<Instant> at,
            Optional<List<String>> events,
            Optional<List<Part>> parts) {}

    @Test
    void readsARecord() {
        assertThat(read("""
                {"name": "x", "note": null, "count": 3, "effect": 1, "on": true, "at": "2026-01-31T12:00:00+01:00",
                    "events": ["a", "b"], "parts": [{"sha": "abc"}]}"""))
                .isEqualTo(new Wanted(
                        "x",
                        Optional.empty(),
                        OptionalInt.of(3),
                        Optional.of(1.0),
                        Optional.of(true),
                        Optional.of(Instant.parse("2026-01-31T11:00:00Z")),
                        Optional.of(List.of("a", "b")),
                        Optional.of(List.of(new Part("abc", Optional.empty())))));
    }

    @Test
    void takesATextWithoutCharactersForMissing() {
        assertThat(read("{\"name\": \"x\", \"note\": \"\", \"at\": \"\"}").note())
                .isEmpty();
        assertThat(read("{\"name\": \"x\", \"at\": \"\"}").at()).isEmpty();
        assertThat(complaint("{\"name\": \"\"}")).isEqualTo("The field 'name' is missing.");
        assertThat(complaint("{\"name\": null}")).isEqualTo("The field 'name' is missing.");
        assertThat(complaint("")).isEqualTo("The field 'name' is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 7} | The field 'name' takes a text without NUL.",
                "{'name': ['x']} | The field 'name' takes a text without NUL.",
                "{'name': 'x', 'note': 'a\\u0000'} | The field 'note' takes a text without NUL.",
                "{'name': 'x', 'note': 'a\\ud800'} | The field 'note' takes a text without NUL.",
                "{'name': 'x', 'count': 1.5} | The field 'count' takes a whole number.",
                "{'name': 'x', 'count': '1'} | The field 'count' takes a whole number.",
                "{'name': 'x', 'count': 99999999999} | The field 'count' takes a whole number.",
                "{'name': 'x', 'count': 1e999} | The field 'count' takes a whole number.",
                "{'name': 'x', 'effect': '0.1'} | The field 'effect' takes a number.",
                "{'name': 'x', 'effect': 1e999} | The field 'effect' takes a number.",
                "{'name': 'x', 'on': 1} | The field 'on' takes true or false.",
                "{'name': 'x', 'on': 'true'} | The field 'on' takes true or false.",
                "{'name': 'x', 'at': 'now'} | The field 'at' takes a time such as 2026-01-31T12:00:00Z.",
                "{'name': 'x', 'at': 1} | The field 'at' takes a time such as 2026-01-31T12:00:00Z.",
                "{'name': 'x', 'events': 'a'} | The field 'events' takes an array of texts.",
                "{'name': 'x', 'events': [1]} | The field 'events[0]' takes a text without NUL.",
                "{'name': 'x', 'parts': [{'sha': 'a'}, {}]} | The field 'parts[1].sha' is missing.",
                "{'name': 'x', 'parts': [{'sha': 1}]} | The field 'parts[0].sha' takes a text without NUL.",
                "{'name': 'x', 'parts': ['a']} | The field 'parts[0]' takes an object.",
                "{'name': 'x', 'parts': [{'sha': 'a', 'x': 1}]} | The field 'parts[0].x' is unknown: the fields are author, sha.",
            })
    void namesTheFieldAndWhatItTakes(String body, String complaint) {
        assertThat(complaint(body.replace('\'', '"'))).isEqualTo(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'x', 'events': [null]}",
                "{'name': 'x', 'events': ['']}",
                "{'name': 'x', 'parts': [null]}"
            })
    void refusesAnArrayWithNothingInIt(String body) {
        assertThat(complaint(body.replace('\'', '"'))).contains("The field '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "null", "x", "{} {}", "{'name': 'x', 'name': 'y'}", "{'name': NaN}", "  "})
    void refusesWhatIsNotOneObject(String body) {
        assertThat(complaint(body.replace('\'', '"'))).startsWith("Expected one JSON object");
    }

    @Test
    void refusesWhatIsHostile() {
        assertThat(complaint("{\"name\":" + "[".repeat(100_000))).startsWith("Expected one JSON object");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RequestBody.of(Buffer.buffer(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})))
                .withMessageStartingWith("invalid-json");
    }

    private static Wanted read(String body) {
        return RequestBody.of(Buffer.buffer(body)).as(Wanted.class);
    }

    private static String complaint(String body) {
        try {
            return "read as " + read(body);
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("invalid-json");
            return e.problem().detail();
        }
    }
}
