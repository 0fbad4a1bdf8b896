package dev.plumbline.analysis.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Short names for the series of one run that still tell them apart: the package goes where class and method are enough,
 * the mode and the thread count are named only where benchmarks differ in nothing else.
 */
final class SeriesLabels {

    private final Map<String, Set<String>> fullNamesByShort = new HashMap<>();
    private final Map<String, Set<String>> modes = new HashMap<>();
    private final Map<String, Set<Integer>> threads = new HashMap<>();
    private final Glyphs glyphs;

    /** Labels for these series, which have to be all of the run. */
    SeriesLabels(List<VerdictRow> rows, Glyphs glyphs) {
        this.glyphs = glyphs;
        for (VerdictRow row : rows) {
            fullNamesByShort
                    .computeIfAbsent(shortName(row.benchmark()), key -> new HashSet<>())
                    .add(row.benchmark());
            modes.computeIfAbsent(identity(row), key -> new HashSet<>()).add(row.mode());
            threads.computeIfAbsent(identity(row), key -> new HashSet<>()).add(row.threads());
        }
    }

    /** For example {@code Tokenizer.split (size=1000, kind=a) · gc.alloc.rate.norm}. */
    String label(VerdictRow row) {
        StringBuilder label = new StringBuilder(name(row.benchmark()));
        if (!row.params().isEmpty()) {
            label.append(row.params().entrySet().stream()
                    .map(param -> param.getKey() + "=" + param.getValue())
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        if (differ(modes.get(identity(row)))) {
            label.append(" [").append(row.mode()).append(']');
        }
        if (row.threads() > 1 || differ(threads.get(identity(row)))) {
            label.append(row.threads() == 1 ? " 1 thread" : " " + row.threads() + " threads");
        }
        if (!row.metric().equals("score")) {
            label.append(' ').append(glyphs.dot()).append(' ').append(row.metric());
        }
        return Printable.line(label.toString());
    }

    private static <T> boolean differ(@Nullable Set<T> values) {
        return values != null && values.size() > 1;
    }

    private String name(String benchmark) {
        String shortName = shortName(benchmark);
        return differ(fullNamesByShort.get(shortName)) ? benchmark : shortName;
    }

    private static String identity(VerdictRow row) {
        return row.benchmark() + row.params();
    }

    private static String shortName(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
        return benchmark.substring(type + 1);
    }
}
