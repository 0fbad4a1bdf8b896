package dev.plumbline.collector.changepoints;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.Place;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The history that github-action-benchmark keeps: for each suite a list of entries, each a commit with the value of each
 * benchmark.
 */
final class BenchmarkActionEntries {

    private final Map<String, SeriesBuilder> series = new LinkedHashMap<>();

    /** A benchmark's value in one entry. */
    private static final class Bench {
        private String name = "";
        private String unit = "";
        private List<Double> values = List.of();
        private Place place = Place.UNKNOWN;
    }

    /** An entry without its benchmarks. */
    private static final class Entry {
        private String label = "";
        private String tool = "";
        private final Map<String, Bench> benches = new LinkedHashMap<>();
    }

    /** Reads the object {@code entries}. */
    void readSuites(JsonInput json) throws IOException {
        json.object(suite -> {
            if (json.current() == JsonToken.START_ARRAY) {
                json.array(() -> readEntry(suite, json));
            } else {
                json.skip();
            }
        });
    }

    /** Reads the object of one entry. */
    void readEntry(String suite, JsonInput json) throws IOException {
        Entry entry = new Entry();
        json.object(name -> {
            switch (name) {
                case "commit" -> readCommit(entry, json);
                case "tool" -> entry.tool = json.text();
                case "benches" ->
                    json.array(() -> {
                        Bench bench = readBench(json);
                        entry.benches.put(bench.name, bench);
                    });
                default -> json.skip();
            }
        });
        entry.benches.values().forEach(bench -> add(suite, entry, bench, json));
    }

    /** Adds what was read to these. */
    void addTo(List<SeriesBuilder> builders) {
        builders.addAll(series.values());
    }

    private void add(String suite, Entry entry, Bench bench, JsonInput json) {
        String name = suite.isEmpty() || suite.equals("Benchmark") ? bench.name : suite + ": " + bench.name;
        GivenDirection direction = switch (entry.tool) {
            case "customBiggerIsBetter" -> GivenDirection.HIGHER;
            case "customSmallerIsBetter" -> GivenDirection.LOWER;
            default -> GivenDirection.UNKNOWN;
        };
        if (series.size() >= SeriesLimits.MOST_SERIES && !series.containsKey(name)) {
            throw SeriesLimits.tooMany("series", SeriesLimits.MOST_SERIES, json.place());
        }
        series.computeIfAbsent(name, unseen -> new SeriesBuilder(name, bench.unit, direction))
                .run(entry.label, bench.values, bench.place);
    }

    private static void readCommit(Entry entry, JsonInput json) throws IOException {
        if (json.current() != JsonToken.START_OBJECT) {
            entry.label = json.text();
            return;
        }
        json.object(name -> {
            if (name.equals("id")) {
                entry.label = json.text();
            } else {
                json.skip();
            }
        });
    }

    private static Bench readBench(JsonInput json) throws IOException {
        Bench bench = new Bench();
        bench.place = json.place();
        json.object(name -> {
            switch (name) {
                case "name" -> bench.name = json.text();
                case "unit" -> bench.unit = json.text();
                case "value" -> bench.values = json.numbers();
                default -> json.skip();
            }
        });
        return bench;
    }
}
