package dev.plumbline.analysis.format.google;

import dev.plumbline.analysis.model.Metric;
import java.util.Map;
import java.util.Set;

/** What the values of a counter are, which its name alone says: the report doesn't tell rates, averages and totals apart. */
final class GoogleCounter {

    private static final Map<String, String> UNITS = Map.of(
            "bytes_per_second", "B/s",
            "items_per_second", "items/s",
            "allocs_per_iter", "allocs/op",
            "max_bytes_used", "B",
            "total_allocated_bytes", "B",
            "net_heap_growth", "B");

    /** Events of libpfm that {@code --benchmark_perf_counters} reports per iteration. */
    private static final Set<String> EVENTS = Set.of(
            "CYCLES",
            "INSTRUCTIONS",
            "BRANCHES",
            "BRANCH-MISSES",
            "CACHE-MISSES",
            "CACHE-REFERENCES",
            "PAGE-FAULTS",
            "CONTEXT-SWITCHES",
            "CPU-MIGRATIONS",
            "L1-DCACHE-LOAD-MISSES",
            "LLC-LOAD-MISSES",
            "DTLB-LOAD-MISSES",
            "ITLB-LOAD-MISSES");

    private static final String PER_SECOND = "_per_second";

    private GoogleCounter() {}

    /** The symbol of a counter's unit; {@code #} where nothing says which way it gets better. */
    static String unit(String counter) {
        if (UNITS.containsKey(counter)) {
            return UNITS.get(counter);
        }
        if (EVENTS.contains(counter)) {
            return "#/op";
        }
        return counter.endsWith(PER_SECOND) && counter.length() > PER_SECOND.length()
                ? counter.substring(0, counter.length() - PER_SECOND.length()) + "/s"
                : "#";
    }

    /** The name of its metric. */
    static String metric(String counter) {
        return counter.equals(Metric.SCORE) ? "counter:" + counter : counter;
    }
}
