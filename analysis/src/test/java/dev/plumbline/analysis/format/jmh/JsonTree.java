package dev.plumbline.analysis.format.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON document as maps, lists, texts and doubles: the second, independent way to the numbers of a document, which the
 * reader's are compared with.
 */
final class JsonTree {

    private JsonTree() {}

    static List<?> array(byte[] document) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            parser.nextToken();
            return (List<?>) value(parser);
        }
    }

    static Map<?, ?> object(Object parent, String field) {
        return (Map<?, ?>) get(parent, field);
    }

    static List<?> list(Object parent, String field) {
        Object value = ((Map<?, ?>) parent).get(field);
        return value == null ? List.of() : (List<?>) value;
    }

    static String text(Object parent, String field) {
        return (String) get(parent, field);
    }

    /** A number, or what JMH writes for none. */
    static double number(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        return switch ((String) value) {
            case "NaN" -> Double.NaN;
            case "+INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }

    static Object get(Object parent, String field) {
        Object value = ((Map<?, ?>) parent).get(field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field + " in " + ((Map<?, ?>) parent).keySet());
        }
        return value;
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (token.isNumeric()) {
            return Double.parseDouble(parser.getText());
        }
        return parser.getText();
    }
}
