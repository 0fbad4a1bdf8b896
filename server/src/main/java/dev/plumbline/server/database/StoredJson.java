package dev.plumbline.server.database;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.plumbline.server.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as {@code jsonb} columns keep them: JSON as {@link Json} writes it, its texts cleaned for PostgreSQL. */
public final class StoredJson {

    private static final JsonMapper MAPPER = Json.mapperWith(new SimpleModule()
            .addSerializer(String.class, new CleanText())
            .addKeySerializer(String.class, new CleanName()));

    private StoredJson() {}

    /** A value's JSON. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A flat object with further texts added where it has none of that name; nested values are left out.
     *
     * @param json a JSON object
     */
    public static String merged(String json, Map<String, String> further) {
        Map<String, String> fields = new LinkedHashMap<>(flat(json));
        further.forEach(fields::putIfAbsent);
        return text(fields);
    }

    /** The scalar fields of a JSON object, each as text. */
    public static Map<String, String> flat(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field :
                Json.read(json, ObjectNode.class).properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        }
        return fields;
    }

    private static final class CleanText extends StdSerializer<String> {

        private static final long serialVersionUID = 1;

        CleanText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(StoredText.clean(text));
        }
    }

    private static final class CleanName extends StdSerializer<String> {

        private static final long serialVersionUID = 1;

        CleanName() {
            super(String.class);
        }

        @Override
        public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(StoredText.clean(name));
        }
    }
}
