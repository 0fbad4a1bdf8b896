package dev.plumbline.server.database;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small JSON texts for {@code jsonb} columns: flat objects of texts, cleaned for PostgreSQL. */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** An object of texts. */
    public static String object(Map<String, String> fields) {
        return write(generator -> {
            generator.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                generator.writeStringField(StoredText.clean(field.getKey()), StoredText.clean(field.getValue()));
            }
            generator.writeEndObject();
        });
    }

    /**
     * A flat object with further texts added where it has none of that name; nested values are left out.
     *
     * @param json a JSON object
     */
    public static String merged(String json, Map<String, String> further) {
        Map<String, String> fields = new LinkedHashMap<>(flat(json));
        further.forEach(fields::putIfAbsent);
        return object(fields);
    }

    /** The scalar fields of a JSON object, each as text. */
    public static Map<String, String> flat(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StoreException("invalid-metadata", "expected a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    fields.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new StoreException("invalid-metadata", "expected a JSON object", e);
        }
        return fields;
    }

    /** An array of notes. */
    public static String notes(List<BenchmarkResult.Note> notes) {
        return write(generator -> {
            generator.writeStartArray();
            for (BenchmarkResult.Note note : notes) {
                generator.writeStartObject();
                generator.writeStringField("code", note.code());
                generator.writeStringField("message", StoredText.clean(note.message()));
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /** What writes a JSON text. */
    public interface Writing {
        void write(JsonGenerator generator) throws IOException;
    }

    public static String write(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            writing.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
