package dev.plumbline.server.http;

import dev.plumbline.server.database.UnicodeText;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The query parameters of a request, read with complaints that name the parameter and what it takes. */
public final class Parameters {

    private static final int LONGEST = 2_000;

    private final MultiMap values;

    public Parameters(MultiMap values) {
        this.values = values;
    }

    /** A text, empty when it is missing or has no characters. */
    public Optional<String> text(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        if (value.length() > LONGEST || !UnicodeText.storable(value)) {
            throw invalid(name, "takes up to " + LONGEST + " characters of Unicode text without NUL");
        }
        return Optional.of(value);
    }

    /** One of some words. */
    public Optional<String> word(String name, List<String> words) {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            throw invalid(name, "takes " + listed(words));
        }
        return text;
    }

    /** A constant by its word. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, Function<E, String> label) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(label).toList();
        return word(name, words).map(word -> constants.get(words.indexOf(word)));
    }

    /** {@code a, b or c}. */
    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** A whole number within bounds. */
    public int number(String name, int standard, int least, int most) {
        return (int) text(name)
                .map(text -> parse(name, text, least, most))
                .orElse((long) standard)
                .longValue();
    }

    /** The key of something, empty when it is missing. */
    public Optional<Long> key(String name) {
        return text(name).map(text -> parse(name, text, 1, Long.MAX_VALUE));
    }

    /** A time. */
    public Optional<Instant> time(String name) {
        return text(name)
                .map(text -> TimeText.parse(text).orElseThrow(() -> invalid(name, "takes " + TimeText.EXPECTED)));
    }

    /** The complaint about a parameter. */
    public static ProblemException invalid(String name, String expected) {
        return new ProblemException(ProblemKind.INVALID_PARAMETER, "The parameter '" + name + "' " + expected + ".");
    }

    private static long parse(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, with the range.
        }
        throw invalid(
                name,
                most == Long.MAX_VALUE
                        ? "takes a whole number from " + least
                        : "takes a whole number from " + least + " to " + most);
    }
}
