package dev.plumbline.analysis.format.tokio;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What tasks are told apart by: the place that spawned them, and the name that the program gave them. Tasks with neither are one
 * benchmark.
 */
final class TaskName {

    private static final String UNNAMED = "unnamed tasks";

    /** The machine's part of the path of a crate. */
    private static final Pattern REGISTRY = Pattern.compile("^.*[/\\\\]registry[/\\\\]src[/\\\\][^/\\\\]+[/\\\\]");

    private TaskName() {}

    static BenchmarkId of(TokioEventParser event) {
        String name = event.field("task.name").strip();
        String place = place(event);
        String kind = event.field("kind").strip();
        Map<String, String> params = new TreeMap<>();
        if (!kind.isEmpty() && !kind.equals("task")) {
            params.put("kind", kind);
        }
        if (!place.isEmpty() && !name.isEmpty()) {
            params.put("task", name);
        }
        String benchmark = place.isEmpty() ? name : place;
        return new BenchmarkId(benchmark.isEmpty() ? UNNAMED : benchmark, params, Mode.SINGLE_SHOT_TIME, 1);
    }

    private static String place(TokioEventParser event) {
        String location = event.field("spawn.location").strip();
        if (location.isEmpty() && !event.field("loc.file").isBlank()) {
            location = event.field("loc.file").strip() + part(event.field("loc.line")) + part(event.field("loc.col"));
        }
        return REGISTRY.matcher(location).replaceFirst("");
    }

    private static String part(String number) {
        return number.isBlank() ? "" : ":" + number.strip();
    }
}
