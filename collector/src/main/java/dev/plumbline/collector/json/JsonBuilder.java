package dev.plumbline.collector.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an object field by field; a value that is not known leaves its field out. */
public final class JsonBuilder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** A text; an empty one is left out. */
    public JsonBuilder text(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    /** A text, null when it is empty. */
    public JsonBuilder textOrNull(String name, String value) {
        fields.put(name, value.isEmpty() ? null : value);
        return this;
    }

    /** A whole number; one that is not positive is left out. */
    public JsonBuilder positive(String name, long value) {
        if (value > 0) {
            fields.put(name, value);
        }
        return this;
    }

    /** A whole number. */
    public JsonBuilder number(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** A number, null when it is not finite. */
    public JsonBuilder decimal(String name, double value) {
        fields.put(name, Double.isFinite(value) ? value : null);
        return this;
    }

    /** A list of texts. */
    public JsonBuilder texts(String name, List<String> values) {
        fields.put(name, List.copyOf(values));
        return this;
    }

    /** An object, also one without fields. */
    public JsonBuilder wholeObject(String name, JsonObject value) {
        fields.put(name, value);
        return this;
    }

    /** A truth value. */
    public JsonBuilder truth(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    /** An object; one without fields is left out. */
    public JsonBuilder object(String name, JsonObject value) {
        if (!value.fields().isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    /** A list of objects. */
    public JsonBuilder objects(String name, List<JsonObject> values) {
        fields.put(name, values);
        return this;
    }

    /** The object. */
    public JsonObject build() {
        return new JsonObject(fields);
    }
}
