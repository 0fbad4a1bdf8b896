package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what measured: {@code {"name": "hayai", "version": "1.0", "settings": {"build": "release"}}}. */
final class HarnessParser {

    /** The setting that has the name of a harness that Plumbline doesn't know. */
    static final String NAME = "harness";

    private final JsonCursor cursor;
    private final ReadLimits limits;

    HarnessParser(JsonCursor cursor, ReadLimits limits) {
        this.cursor = cursor;
        this.limits = limits;
    }

    /** The set-up that the object at the cursor describes. */
    Setup parse() throws IOException {
        KnownFields fields = new KnownFields(cursor, "harness", Set.of("name", "version", "settings"));
        String name = "";
        String version = "";
        Map<String, String> settings = new TreeMap<>();
        while (fields.next()) {
            switch (cursor.name()) {
                case "name" -> name = cursor.text("harness.name", limits.maxNameLength());
                case "version" -> version = cursor.scalar("harness.version", limits.maxNameLength());
                default -> settings.putAll(texts("harness.settings"));
            }
        }
        Harness harness = Harness.ofId(name).orElse(Harness.OTHER);
        if (harness == Harness.OTHER && !name.isEmpty()) {
            settings.put(NAME, name);
        }
        return Setup.of(harness, version, settings);
    }

    /** The texts, numbers and truth values of the object at the cursor, by name. */
    Map<String, String> texts(String object) throws IOException {
        cursor.require(JsonToken.START_OBJECT, object, "an object of texts");
        Map<String, String> texts = new TreeMap<>();
        while (cursor.nextField()) {
            String name = cursor.storable("a name in " + object, cursor.name(), limits.maxNameLength());
            if (texts.put(name, cursor.scalar(object + "." + name, limits.maxNameLength())) != null) {
                throw cursor.refuse(ProblemCode.DUPLICATE_FIELD, object + " has a name twice; keep one");
            }
            if (texts.size() > limits.maxParams()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_VALUES, object + " has more than " + limits.maxParams() + " entries");
            }
        }
        return texts;
    }
}
