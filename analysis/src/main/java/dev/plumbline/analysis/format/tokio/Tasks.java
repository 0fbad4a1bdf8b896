package dev.plumbline.analysis.format.tokio;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.BenchmarkId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tasks that live, and what those of each spawn place did so far. */
final class Tasks {

    private static final int MOST_ALIVE = 500_000;

    private final ReadLimits limits;
    private final Map<String, Task> alive = new HashMap<>();
    private final Map<BenchmarkId, TaskGroup> groups = new LinkedHashMap<>();
    private long latest;

    Tasks(ReadLimits limits) {
        this.limits = limits;
    }

    /** Adds an event; one of a span that isn't a task says only what time it is. */
    void add(String name, TokioEventParser event, JsonCursor cursor) {
        latest = Math.max(latest, event.at());
        if (name.equals("Spawn")) {
            spawn(event, cursor);
            return;
        }
        Task task = alive.get(event.id());
        if (task == null) {
            return;
        }
        switch (name) {
            case "Enter" -> task.enter(event.at());
            case "Exit" -> task.exit(event.at());
            case "Waker" -> task.waker(event.operation(), event.at());
            default -> {
                alive.remove(event.id());
                task.close(event.at());
            }
        }
    }

    private void spawn(TokioEventParser event, JsonCursor cursor) {
        if (alive.size() >= MOST_ALIVE || groups.size() >= limits.maxResults()) {
            throw cursor.refuse(
                    ProblemCode.TOO_MANY_RESULTS,
                    "more than " + MOST_ALIVE + " tasks live at once, or they were spawned at more than "
                            + limits.maxResults() + " places; record for a shorter time");
        }
        TaskGroup group = groups.computeIfAbsent(TaskName.of(event), first -> new TaskGroup());
        Task before = alive.put(event.id(), new Task(group, event.at()));
        if (before != null) {
            before.close(event.at());
        }
    }

    /** Passes on a result for each spawn place. */
    void addTo(CheckedResults results, Place place, boolean cut) {
        alive.values().forEach(task -> task.end(latest));
        alive.clear();
        groups.forEach((benchmark, group) -> group.addTo(results, place, benchmark, cut));
    }
}
