package dev.plumbline.server.site.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmarks of one class, or all of them where they aren't in the order of their names.
 *
 * @param packageName the package with its final dot, may be empty
 * @param className the class, may be empty
 * @param named whether class and package are said above the rows, and not in each
 * @param rows its benchmarks
 */
public record BenchmarkGroup(String packageName, String className, boolean named, List<BenchmarkRow> rows) {

    public BenchmarkGroup {
        rows = List.copyOf(rows);
    }

    /** The rows by class, in their order. */
    static List<BenchmarkGroup> byClass(List<BenchmarkRow> rows) {
        Map<String, List<BenchmarkRow>> groups = new LinkedHashMap<>();
        for (BenchmarkRow row : rows) {
            groups.computeIfAbsent(row.title().packageName() + row.title().className(), first -> new ArrayList<>())
                    .add(row);
        }
        List<BenchmarkGroup> named = new ArrayList<>();
        groups.forEach((name, group) -> named.add(new BenchmarkGroup(
                group.getFirst().title().packageName(), group.getFirst().title().className(), !name.isEmpty(), group)));
        return named;
    }

    /** The rows as they are. */
    static List<BenchmarkGroup> flat(List<BenchmarkRow> rows) {
        return rows.isEmpty() ? List.of() : List.of(new BenchmarkGroup("", "", false, rows));
    }
}
