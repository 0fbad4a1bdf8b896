package dev.plumbline.collector.compare;

import dev.plumbline.analysis.report.comparison.CostDifference;
import java.util.List;

/** The costs of a program's functions on both sides, for programs: all that differ. */
record CostDifferenceJson(String event, long base, long head, List<Function> functions) {

    static CostDifferenceJson of(CostDifference difference) {
        return new CostDifferenceJson(
                difference.event(),
                difference.base(),
                difference.head(),
                difference.changes().stream().map(Function::of).toList());
    }

    /** A function: its own cost, and that with what it calls. */
    record Function(String function, long base, long head, long baseInclusive, long headInclusive) {

        private static Function of(CostDifference.Function change) {
            return new Function(
                    change.name(),
                    change.base().self(),
                    change.head().self(),
                    change.base().inclusive(),
                    change.head().inclusive());
        }
    }
}
