package dev.plumbline.server.ingest;

import dev.plumbline.server.rename.LiveRenames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Under which benchmark the points of a document's benchmarks are kept. A document that measured one benchmark under two of its names has
 * two values for it: the newest name has the joined series then, and the others keep their own. Pure.
 */
final class MeasuredNames {

    private MeasuredNames() {}

    /** The target of each benchmark that has another than itself. */
    static Map<Long, Long> targets(Collection<Long> benchmarks, LiveRenames renames) {
        if (renames.isEmpty()) {
            return Map.of();
        }
        List<Long> inOrder = benchmarks.stream().sorted().toList();
        Set<Long> taken = new HashSet<>(inOrder);
        taken.removeIf(benchmark -> renames.target(benchmark) != benchmark);
        Map<Long, Long> targets = new HashMap<>();
        for (long benchmark : inOrder) {
            long target = renames.target(benchmark);
            if (target != benchmark && taken.add(target)) {
                targets.put(benchmark, target);
            }
        }
        return targets;
    }
}
