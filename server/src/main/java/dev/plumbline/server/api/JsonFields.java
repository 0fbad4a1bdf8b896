package dev.plumbline.server.api;

import dev.plumbline.server.database.UnicodeText;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.TimeText;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A JSON object of a request, read field by field with complaints that name the field and what it takes. */
public final class JsonFields {

    private final JsonObject json;
    private final String path;

    private JsonFields(JsonObject json, String path) {
        this.json = json;
        this.path = path;
    }

    /** The object that a text is. */
    public static JsonFields parse(Buffer text) {
        try {
            if (Json.decodeValue(text) instanceof JsonObject object) {
                return new JsonFields(object, "");
            }
        } catch (DecodeException e) {
            throw new ProblemException(ProblemKind.INVALID_JSON, "Expected one JSON object: " + firstLine(e) + ".");
        }
        throw new ProblemException(ProblemKind.INVALID_JSON, "Expected one JSON object.");
    }

    /** An object without fields. */
    public static JsonFields none() {
        return new JsonFields(new JsonObject(), "");
    }

    /** A text, empty when it is missing, null or has no characters. */
    public Optional<String> text(String name) {
        Object value = json.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && UnicodeText.storable(text)) {
            return Optional.of(text).filter(given -> !given.isEmpty());
        }
        throw invalid(name, "takes a text without NUL");
    }

    /** A text that must be there. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> invalid(name, "is missing"));
    }

    /** A whole number. */
    public OptionalInt number(String name) {
        return switch (json.getValue(name)) {
            case null -> OptionalInt.empty();
            case Integer number -> OptionalInt.of(number);
            default -> throw invalid(name, "takes a whole number");
        };
    }

    /** A whole number that may be as large as a key. */
    public OptionalLong longNumber(String name) {
        return switch (json.getValue(name)) {
            case null -> OptionalLong.empty();
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            default -> throw invalid(name, "takes a whole number");
        };
    }

    /** A number, whole or not. */
    OptionalDouble decimal(String name) {
        return switch (json.getValue(name)) {
            case null -> OptionalDouble.empty();
            case Number number -> OptionalDouble.of(finite(name, number.doubleValue()));
            default -> throw invalid(name, "takes a number");
        };
    }

    private double finite(String name, double number) {
        if (!Double.isFinite(number)) {
            throw invalid(name, "takes a number");
        }
        return number;
    }

    /** A truth value. */
    Optional<Boolean> flag(String name) {
        return switch (json.getValue(name)) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            default -> throw invalid(name, "takes true or false");
        };
    }

    /** Texts, empty when there is no such field. */
    Optional<List<String>> texts(String name) {
        return switch (json.getValue(name)) {
            case null -> Optional.empty();
            case JsonArray array -> {
                List<String> texts = new ArrayList<>();
                for (Object element : array) {
                    if (!(element instanceof String text) || !UnicodeText.storable(text)) {
                        throw invalid(name, "takes an array of texts without NUL");
                    }
                    texts.add(text);
                }
                yield Optional.of(List.copyOf(texts));
            }
            default -> throw invalid(name, "takes an array of texts");
        };
    }

    /** A time. */
    public Optional<Instant> time(String name) {
        return text(name)
                .map(text -> TimeText.parse(text).orElseThrow(() -> invalid(name, "takes " + TimeText.EXPECTED)));
    }

    /** An object, without fields when it is missing. */
    public JsonFields object(String name) {
        return switch (json.getValue(name)) {
            case null -> new JsonFields(new JsonObject(), path + name + ".");
            case JsonObject object -> new JsonFields(object, path + name + ".");
            default -> throw invalid(name, "takes an object");
        };
    }

    /** Objects, none when it is missing. */
    public List<JsonFields> objects(String name) {
        return switch (json.getValue(name)) {
            case null -> List.of();
            case JsonArray array -> {
                List<JsonFields> objects = new ArrayList<>();
                for (Object element : array) {
                    if (!(element instanceof JsonObject object)) {
                        throw invalid(name, "takes an array of objects");
                    }
                    objects.add(new JsonFields(object, path + name + "[" + objects.size() + "]."));
                }
                yield objects;
            }
            default -> throw invalid(name, "takes an array of objects");
        };
    }

    /** The object as it stands. */
    public String encoded() {
        return json.encode();
    }

    /** The complaint about a field. */
    ProblemException invalid(String name, String expected) {
        return new ProblemException(ProblemKind.INVALID_JSON, "The field '" + path + name + "' " + expected + ".");
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
