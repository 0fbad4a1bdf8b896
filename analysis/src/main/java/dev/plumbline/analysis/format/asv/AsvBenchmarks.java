package dev.plumbline.analysis.format.asv;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.format.json.JsonParts;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code benchmarks.json} says of the benchmarks of a suite, as it is now.
 *
 * @param byName a description for each benchmark by its name; that of those it doesn't have follows from the name
 */
public record AsvBenchmarks(Map<String, Description> byName) {

    /** Nothing but what the names say. */
    public static final AsvBenchmarks UNKNOWN = new AsvBenchmarks(Map.of());

    public AsvBenchmarks {
        byName = Map.copyOf(byName);
    }

    /**
     * A benchmark.
     *
     * @param type {@code time}, {@code timeraw}, {@code memory}, {@code peakmemory}, {@code track}
     * @param unit the unit of its values; empty when it is not known
     * @param paramNames the names of its parameters; fewer than it has when they aren't known
     * @param params the values of each parameter; empty when they aren't known
     * @param version what changes with the benchmark's code; empty when it is not known
     */
    public record Description(
            String type, String unit, List<String> paramNames, List<List<String>> params, String version) {

        public Description {
            paramNames = List.copyOf(paramNames);
            params = List.copyOf(params);
        }
    }

    /**
     * Reads {@code benchmarks.json}.
     *
     * @throws IOException when {@code in} can't be read
     * @throws dev.plumbline.analysis.format.document.DocumentException when the document is rejected
     */
    public static AsvBenchmarks read(InputStream in, ReadLimits limits) throws IOException {
        Map<String, Description> found = new HashMap<>();
        JsonDocument.withBareNonNumbers().read(in, limits, cursor -> {
            cursor.next();
            cursor.require(JsonToken.START_OBJECT, "benchmarks.json", "an object with a field for each benchmark");
            JsonParts parts = new JsonParts(cursor, limits);
            while (cursor.nextField() && found.size() < limits.maxResults()) {
                JsonPart benchmark = parts.read(cursor.name());
                if (benchmark.isObject()) {
                    found.put(benchmark.name(), described(benchmark));
                }
                parts.renew();
            }
        });
        return new AsvBenchmarks(found);
    }

    /** What is known of a benchmark. */
    public Description of(String name) {
        Description known = byName.get(name);
        return known == null ? new Description(typeOf(name), "", List.of(), List.of(), "") : known;
    }

    private static Description described(JsonPart benchmark) {
        return new Description(
                benchmark.of("type").text(),
                benchmark.of("unit").text(),
                texts(benchmark.of("param_names")),
                benchmark.of("params").items().stream()
                        .map(AsvBenchmarks::texts)
                        .toList(),
                benchmark.of("version").text());
    }

    static List<String> texts(JsonPart array) {
        return array.items().stream().map(JsonPart::text).toList();
    }

    /** The type that asv itself takes from the prefix of a function's name. */
    private static String typeOf(String name) {
        String function = name.substring(name.lastIndexOf('.') + 1);
        int underscore = function.indexOf('_');
        return switch (underscore < 0 ? "" : function.substring(0, underscore)) {
            case "time" -> "time";
            case "timeraw" -> "timeraw";
            case "mem" -> "memory";
            case "peakmem" -> "peakmemory";
            default -> "track";
        };
    }
}
