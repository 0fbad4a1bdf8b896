package dev.plumbline.collector.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object. What is missing, null or of another type than asked for is an empty text, NaN, 0, false or an empty
 * object, so that an answer with more or fewer fields than expected is still read.
 *
 * @param fields texts, numbers, booleans, lists, objects and nulls by name, in the document's order
 */
public record JsonObject(Map<String, @Nullable Object> fields) {

    /** The object without fields. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether there is a field of this name that is not null. */
    public boolean has(String name) {
        return fields.get(name) != null;
    }

    /** The text of a field; of a number its digits. */
    public String text(String name) {
        Object value = fields.get(name);
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    /** The number of a field, NaN when it has none. */
    public double number(String name) {
        return fields.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The whole number of a field, 0 when it has none. */
    public int integer(String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** The whole number of a field, 0 when it has none. */
    public long longInteger(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Whether the field is true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** The object of a field. */
    public JsonObject object(String name) {
        return fields.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** The objects in the list of a field. */
    public List<JsonObject> objects(String name) {
        return elements(name, JsonObject.class);
    }

    /** The texts in the list of a field. */
    public List<String> texts(String name) {
        return elements(name, String.class);
    }

    /** The fields that are texts or numbers, as texts by name. */
    public SortedMap<String, String> textFields() {
        SortedMap<String, String> texts = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number) {
                texts.put(name, value.toString());
            }
        });
        return texts;
    }

    private <T> List<T> elements(String name, Class<T> type) {
        List<T> elements = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object element : list) {
                if (type.isInstance(element)) {
                    elements.add(type.cast(element));
                }
            }
        }
        return elements;
    }
}
