package dev.plumbline.analysis.format.pytest;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The interpreter and the processor of a run: what differs between two runs that can't be compared. */
final class PytestMachine {

    private static final Set<String> KEPT =
            Set.of("machine", "python_implementation", "python_version", "python_compiler", "system");

    /** What versions of py-cpuinfo call the processor. */
    private static final Set<String> PROCESSOR = Set.of("brand_raw", "brand");

    private final ReadLimits limits;
    private final Map<String, String> settings = new TreeMap<>();

    PytestMachine(ReadLimits limits) {
        this.limits = limits;
    }

    /** Reads the object {@code machine_info}. */
    void read(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            if (cursor.name().equals("cpu") && cursor.at(JsonToken.START_OBJECT)) {
                readProcessor(cursor);
            } else if (KEPT.contains(cursor.name()) && cursor.at(JsonToken.VALUE_STRING)) {
                put(cursor.name(), cursor.text(cursor.name(), limits.maxTextLength()));
            } else {
                cursor.skip();
            }
        }
    }

    private void readProcessor(JsonCursor cursor) throws IOException {
        while (cursor.nextField()) {
            if (PROCESSOR.contains(cursor.name()) && cursor.at(JsonToken.VALUE_STRING)) {
                put("cpu", cursor.text(cursor.name(), limits.maxTextLength()));
            } else {
                cursor.skip();
            }
        }
    }

    private void put(String name, String value) {
        if (!value.isBlank()) {
            settings.put(name, value);
        }
    }

    /** What was read so far. */
    Map<String, String> settings() {
        return settings;
    }
}
