package dev.plumbline.collector.jmh;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document that grows fork by fork: what several launches of a fork each wrote, as if one launch had run all of them. */
public final class MergedDocument {

    private final Map<ResultKey, List<ObjectNode>> forks = new LinkedHashMap<>();

    /** The results that a launch wrote, by benchmark with parameters, mode and threads; none if it wrote no document. */
    public static Map<ResultKey, ObjectNode> read(Path file) {
        Map<ResultKey, ObjectNode> results = new LinkedHashMap<>();
        try {
            JsonText.objects(Files.readString(file, StandardCharsets.UTF_8))
                    .ifPresent(all -> all.forEach(result -> results.put(ResultKey.of(result), result)));
        } catch (IOException absent) {
            results.clear();
        }
        return results;
    }

    /** Appends a fork. */
    public void add(ResultKey key, ObjectNode fork) {
        forks.computeIfAbsent(key, first -> new ArrayList<>()).add(fork);
    }

    /** Removes all forks of a benchmark. */
    public void remove(ResultKey key) {
        forks.remove(key);
    }

    /** How many forks this benchmark has. */
    public int forks(ResultKey key) {
        return forks.getOrDefault(key, List.of()).size();
    }

    /** Whether it is empty. */
    public boolean isEmpty() {
        return forks.isEmpty();
    }

    /** The document as JMH would have written it. */
    public String text() {
        return JsonText.write(forks.values().stream().map(MergedResult::of).toList());
    }
}
