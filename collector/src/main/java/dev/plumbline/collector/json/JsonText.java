package dev.plumbline.collector.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text to values and back. Reading ignores fields that a record doesn't have; a text, list or map that is missing or null
 * is empty, a whole number 0, and a decimal number NaN. Writing is ASCII, so that text from a file can't affect a
 * terminal, and NaN is null.
 */
public final class JsonText {

    private static final JsonSetter.Value EMPTY_FOR_NULL = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(String.class, type -> type.setSetterInfo(EMPTY_FOR_NULL))
            .withConfigOverride(List.class, type -> type.setSetterInfo(EMPTY_FOR_NULL))
            .withConfigOverride(Map.class, type -> type.setSetterInfo(EMPTY_FOR_NULL))
            .addModule(new DecimalNumbers())
            .build();

    private JsonText() {}

    /** The object in a text, as a tree; empty when it is anything else. */
    public static Optional<ObjectNode> object(String text) {
        return tree(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** The objects of the array in a text; empty when it is anything else. */
    public static Optional<List<ObjectNode>> objects(String text) {
        return tree(text)
                .filter(JsonNode::isArray)
                .map(array -> array.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .toList());
    }

    /** The record for the object in a text; empty when it isn't an object, or a field has an unusable value. */
    public static <T> Optional<T> read(String text, Class<T> type) {
        return object(text).flatMap(object -> read(object, type));
    }

    /** The record for an object; empty when a field has an unusable value. */
    public static <T> Optional<T> read(ObjectNode object, Class<T> type) {
        try {
            return Optional.of(MAPPER.treeToValue(object, type));
        } catch (JsonProcessingException unusable) {
            return Optional.empty();
        }
    }

    /** The text of a record or a tree. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of texts and numbers can always be written", impossible);
        }
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
