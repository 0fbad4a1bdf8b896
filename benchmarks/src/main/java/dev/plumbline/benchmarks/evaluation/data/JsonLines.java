package dev.plumbline.benchmarks.evaluation.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads gzipped JSON lines into maps, lists, texts and numbers; JSON's null becomes NaN, its booleans texts. */
public final class JsonLines {

    private JsonLines() {}

    /** The objects of a file, in its order. */
    public static List<Map<String, Object>> read(Path file) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                lines.add(object(parser));
            }
        }
        return lines;
    }

    /** A field that every line of the file has. */
    public static Object field(Map<String, Object> line, String name) {
        return Objects.requireNonNull(line.get(name), name);
    }

    /** A list of numbers. */
    public static double[] numbers(Object value) {
        return list(value).stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }

    /** A list of anything. */
    public static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(parser));
            }
            return values;
        }
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        return token == JsonToken.VALUE_NULL ? Double.valueOf(Double.NaN) : parser.getText();
    }
}
