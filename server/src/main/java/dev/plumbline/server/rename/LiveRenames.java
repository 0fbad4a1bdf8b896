package dev.plumbline.server.rename;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The renames of a project that hold: for each old benchmark the new one, by their keys. Following them ends, because a rename that would
 * close a circle ends the one that it reverses.
 *
 * @param to the new benchmark of each old one
 */
public record LiveRenames(Map<Long, Long> to) {

    public LiveRenames {
        to = Map.copyOf(to);
    }

    /** Those of a project. */
    public static LiveRenames load(Handle handle, long projectId) {
        return new LiveRenames(handle.createQuery("""
            select from_benchmark_id, to_benchmark_id
            from renamed_benchmark
            where project_id = :projectId and live
            """)
                .bind("projectId", projectId)
                .reduceResultSet(new HashMap<>(), (to, row, context) -> {
                    to.put(row.getLong(1), row.getLong(2));
                    return to;
                }));
    }

    public boolean isEmpty() {
        return to.isEmpty();
    }

    /** The benchmark under which a benchmark's points are kept; itself if it wasn't renamed. */
    public long target(long benchmark) {
        return follow(benchmark, new HashSet<>());
    }

    /** How many renames lie between a benchmark and its target. */
    int steps(long benchmark) {
        Set<Long> seen = new HashSet<>();
        follow(benchmark, seen);
        return seen.size() - 1;
    }

    private long follow(long benchmark, Set<Long> seen) {
        long current = benchmark;
        while (seen.add(current)) {
            Long next = to.get(current);
            if (next == null) {
                return current;
            }
            current = next;
        }
        throw new IllegalStateException("the renames of benchmark " + benchmark + " form a circle");
    }

    /** The benchmarks whose points are kept under the same one: all of its names, old and new. */
    Set<Long> namesakes(long benchmark) {
        long target = target(benchmark);
        Set<Long> names = new HashSet<>();
        names.add(target);
        for (Long old : to.keySet()) {
            if (target(old) == target) {
                names.add(old);
            }
        }
        return names;
    }

    /** With one more, which ends the one that it reverses. */
    LiveRenames with(long from, long young) {
        Map<Long, Long> more = new HashMap<>(to);
        if (reaches(young, from)) {
            more.remove(young);
        }
        more.put(from, young);
        return new LiveRenames(more);
    }

    /** Whether a benchmark is another, or was renamed to it over any number of steps. */
    boolean reaches(long benchmark, long other) {
        Set<Long> seen = new HashSet<>();
        follow(benchmark, seen);
        return seen.contains(other);
    }
}
