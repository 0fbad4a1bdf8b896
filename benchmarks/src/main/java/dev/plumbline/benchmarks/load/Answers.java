package dev.plumbline.benchmarks.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The fields that the load runs need of the server's JSON answers. */
final class Answers {
    private static final JsonFactory JSON = new JsonFactory();

    private Answers() {}

    /** The value of a field of the outermost object, as text. */
    static String field(String json, String name) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                parser.nextToken();
                if (wanted) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        throw new IOException("no field " + name + " in " + json);
    }
}
