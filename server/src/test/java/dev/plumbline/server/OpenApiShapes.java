package dev.plumbline.server;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON against the schemas of an OpenAPI document, as far as this API uses them: types, properties, required ones,
 * items, enumerations, references and alternatives.
 */
final class OpenApiShapes {

    private final JsonObject schemas;

    OpenApiShapes(JsonObject document) {
        this.schemas = document.getJsonObject("components").getJsonObject("schemas");
    }

    /** What is wrong with a value; empty when it has the shape. */
    List<String> complaints(String schema, JsonObject value) {
        return complaints(schemas.getJsonObject(schema), value, schema);
    }

    /** What is wrong with a value at a place; empty when it has the shape. */
    List<String> complaints(JsonObject schema, JsonObject value, String place) {
        List<String> complaints = new ArrayList<>();
        check(schema, value, place, complaints);
        return complaints;
    }

    private void check(JsonObject schema, @Nullable Object value, String place, List<String> complaints) {
        if (schema.containsKey("$ref")) {
            check(schemas.getJsonObject(schema.getString("$ref").replaceAll(".*/", "")), value, place, complaints);
            return;
        }
        if (schema.containsKey("oneOf")) {
            oneOf(schema.getJsonArray("oneOf"), value, place, complaints);
            return;
        }
        if (!hasType(schema.getValue("type"), value)) {
            complaints.add(place + " is " + value + ", expected " + schema.getValue("type"));
            return;
        }
        if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
            complaints.add(place + " is " + value + ", expected one of " + schema.getJsonArray("enum"));
        }
        if (value instanceof JsonObject object) {
            properties(schema, object, place, complaints);
        }
        if (value instanceof JsonArray array && schema.containsKey("items")) {
            for (int i = 0; i < array.size(); i++) {
                check(schema.getJsonObject("items"), array.getValue(i), place + "[" + i + "]", complaints);
            }
        }
    }

    private void oneOf(JsonArray alternatives, @Nullable Object value, String place, List<String> complaints) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            List<String> own = new ArrayList<>();
            check(alternatives.getJsonObject(i), value, place, own);
            if (own.isEmpty()) {
                return;
            }
            all.addAll(own);
        }
        complaints.addAll(all);
    }

    private void properties(JsonObject schema, JsonObject object, String place, List<String> complaints) {
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        for (Object required : schema.getJsonArray("required", new JsonArray())) {
            if (!object.containsKey((String) required)) {
                complaints.add(place + "." + required + " is missing");
            }
        }
        for (String name : object.fieldNames()) {
            if (properties.containsKey(name)) {
                check(properties.getJsonObject(name), object.getValue(name), place + "." + name, complaints);
            } else if (Boolean.FALSE.equals(schema.getValue("additionalProperties"))) {
                complaints.add(place + "." + name + " is not described");
            }
        }
    }

    private static boolean hasType(@Nullable Object type, @Nullable Object value) {
        return switch (type) {
            case null -> true;
            case JsonArray alternatives -> alternatives.stream().anyMatch(one -> hasType(one, value));
            case String name ->
                switch (name) {
                    case "null" -> value == null;
                    case "string" -> value instanceof String;
                    case "boolean" -> value instanceof Boolean;
                    case "integer" -> value instanceof Integer || value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "object" -> value instanceof JsonObject;
                    case "array" -> value instanceof JsonArray;
                    default -> false;
                };
            default -> false;
        };
    }
}
