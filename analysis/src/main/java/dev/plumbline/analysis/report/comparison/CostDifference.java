package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.format.valgrind.CostByFunction;
import dev.plumbline.analysis.format.valgrind.CostByFunction.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By how much the costs of a program's functions differ between two profiles.
 *
 * @param event what was counted: {@code Ir} (instructions), …
 * @param base the total of the base
 * @param head the total of the head
 * @param changes the functions whose own costs differ, largest difference first, then by name
 */
public record CostDifference(String event, long base, long head, List<Function> changes) {

    public CostDifference {
        changes = List.copyOf(changes);
    }

    /**
     * A function.
     *
     * @param name its name
     * @param base what it costs in the base; 0 where it isn't executed
     * @param head what it costs in the head
     */
    public record Function(String name, Cost base, Cost head) {

        /** By how much its own cost differs. */
        public long self() {
            return head.self() - base.self();
        }

        /** By how much its cost and that of what it calls differ. */
        public long inclusive() {
            return head.inclusive() - base.inclusive();
        }

        boolean added() {
            return base.equals(Cost.NONE);
        }

        boolean removed() {
            return head.equals(Cost.NONE);
        }
    }

    /** The difference of two profiles, which have to count the same event. */
    public static CostDifference of(CostByFunction base, CostByFunction head) {
        Set<String> names = new TreeSet<>(base.functions().keySet());
        names.addAll(head.functions().keySet());
        List<Function> changes = new ArrayList<>();
        for (String name : names) {
            Function function = new Function(
                    name,
                    base.functions().getOrDefault(name, Cost.NONE),
                    head.functions().getOrDefault(name, Cost.NONE));
            if (function.self() != 0) {
                changes.add(function);
            }
        }
        changes.sort(Comparator.comparingLong((Function function) -> Math.abs(function.self()))
                .reversed()
                .thenComparing(Function::name));
        return new CostDifference(head.event(), base.total(), head.total(), changes);
    }

    /** By how much the totals differ. */
    public long total() {
        return head - base;
    }

    /** Whether the profiles tell a function's own cost from that of what it calls. */
    boolean hasCalls() {
        return changes.stream()
                .anyMatch(change -> change.base().self() != change.base().inclusive()
                        || change.head().self() != change.head().inclusive());
    }
}
