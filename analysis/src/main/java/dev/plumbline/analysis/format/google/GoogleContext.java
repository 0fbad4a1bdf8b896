package dev.plumbline.analysis.format.google;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a report says about the machine and the library. {@code library_build_type} is that of the library, which is nearly always built
 * as the benchmarks are; the library itself warns about it in the same words.
 */
final class GoogleContext {

    /** What says which run it was and nothing of how, or changes from one moment to the next. */
    private static final Set<String> OF_THE_RUN =
            Set.of("date", "host_name", "executable", "load_avg", "mhz_per_cpu", "json_schema_version");

    /** Context that a program adds, of which code it is: it differs between any two versions. */
    private static final Pattern OF_THE_CODE =
            Pattern.compile("(?i).*(commit|revision|branch|date|time|sha|hash|build.?(id|number)).*");

    private static final int MOST_SETTINGS = 50;
    private static final int MOST_CACHES = 100;

    private final ReadLimits limits;
    private final Map<String, String> settings = new TreeMap<>();
    private String version = "";

    GoogleContext(ReadLimits limits) {
        this.limits = limits;
    }

    /** Reads the object of the context. */
    void read(JsonCursor cursor) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "context", "an object");
        while (cursor.nextField()) {
            String field = cursor.name();
            switch (field) {
                case "library_version" -> version = cursor.text(field, limits.maxTextLength());
                case "library_build_type" -> put(Setup.BUILD, cursor.text(field, limits.maxTextLength()));
                case "cpu_scaling_enabled" -> put(Setup.FREQUENCY_SCALING, onOrOff(cursor));
                case "caches" -> readCaches(cursor);
                default -> {
                    if (cursor.at(JsonToken.START_ARRAY)
                            || cursor.at(JsonToken.START_OBJECT)
                            || cursor.at(JsonToken.VALUE_NULL)
                            || OF_THE_RUN.contains(field)
                            || OF_THE_CODE.matcher(field).matches()) {
                        cursor.skip();
                    } else {
                        put(
                                cursor.storable("a field of context", field, limits.maxTextLength()),
                                cursor.scalar(field, limits.maxTextLength()));
                    }
                }
            }
        }
    }

    /** Reads a line that the library prints beside a report in CSV. */
    void readPrinted(String line) {
        if (line.contains("Library was built as DEBUG")) {
            put(Setup.BUILD, "debug");
        }
        if (line.contains("CPU scaling is enabled")) {
            put(Setup.FREQUENCY_SCALING, "on");
        }
        if (line.contains("ASLR is enabled")) {
            put("aslr_enabled", "true");
        }
    }

    Setup setup() {
        return Setup.of(Harness.GOOGLE_BENCHMARK, version, settings);
    }

    private void put(String name, String value) {
        if (!value.isEmpty() && (settings.size() < MOST_SETTINGS || settings.containsKey(name))) {
            settings.put(name, value);
        }
    }

    private static String onOrOff(JsonCursor cursor) throws IOException {
        boolean on = cursor.at(JsonToken.VALUE_TRUE);
        boolean known = on || cursor.at(JsonToken.VALUE_FALSE);
        cursor.skip();
        return known ? (on ? "on" : "off") : "";
    }

    /** The caches in one text: {@code L1 Data 32768, L2 Unified 262144}. */
    private void readCaches(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_ARRAY)) {
            cursor.skip();
            return;
        }
        List<String> caches = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (!cursor.at(JsonToken.START_OBJECT)) {
                cursor.skip();
                continue;
            }
            Map<String, String> cache = new TreeMap<>();
            while (cursor.nextField()) {
                if (cursor.at(JsonToken.VALUE_STRING) || cursor.atNumber()) {
                    if (Set.of("level", "type", "size").contains(cursor.name())) {
                        cache.put(cursor.name(), cursor.scalar(cursor.name(), limits.maxNameLength()));
                    }
                } else {
                    cursor.skip();
                }
            }
            if (caches.size() < MOST_CACHES) {
                caches.add("L" + cache.getOrDefault("level", "") + " " + cache.getOrDefault("type", "") + " "
                        + cache.getOrDefault("size", ""));
            }
        }
        put("caches", String.join(", ", new TreeSet<>(caches)));
    }
}
