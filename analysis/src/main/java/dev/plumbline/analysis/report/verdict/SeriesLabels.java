package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.NameParts;
import dev.plumbline.analysis.text.Namesakes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Short names for the series of one run that still distinguish them: the package is left out if class and method are enough;
 * for mode and threads, see {@link Namesakes}.
 */
public final class SeriesLabels {

    private final Map<String, Set<String>> fullNamesByShort = new HashMap<>();
    private final Map<String, Set<String>> modes = new HashMap<>();
    private final Map<String, Set<Integer>> threads = new HashMap<>();
    private final SortedMap<String, String> common;
    private final Glyphs glyphs;

    /** Labels for these series, which have to be all of the run. */
    SeriesLabels(List<VerdictRow> rows, Glyphs glyphs) {
        this(rows, new TreeMap<>(), glyphs);
    }

    /** The same, without parameters that have one value in all series. */
    public static SeriesLabels distinguishing(List<VerdictRow> rows, Glyphs glyphs) {
        SortedMap<String, String> common =
                rows.isEmpty() ? new TreeMap<>() : new TreeMap<>(rows.get(0).params());
        rows.forEach(row -> common.entrySet().retainAll(row.params().entrySet()));
        return new SeriesLabels(rows, common, glyphs);
    }

    private SeriesLabels(List<VerdictRow> rows, SortedMap<String, String> common, Glyphs glyphs) {
        this.common = common;
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
    public String label(VerdictRow row) {
        return row.metric().equals("score")
                ? benchmark(row)
                : benchmark(row) + " " + glyphs.dot() + " " + glyphs.safe(row.metric());
    }

    /** The same without the metric. */
    public String benchmark(VerdictRow row) {
        StringBuilder label = new StringBuilder(name(row.benchmark()));
        SortedMap<String, String> params = new TreeMap<>(row.params());
        params.keySet().removeAll(common.keySet());
        if (!params.isEmpty()) {
            label.append(" (").append(joined(params)).append(')');
        }
        Namesakes namesakes = new Namesakes(differ(modes.get(identity(row))), differ(threads.get(identity(row))));
        label.append(namesakes.text(row.mode(), row.threads()));
        return glyphs.safe(label.toString());
    }

    /** The parameters that labels leave out since they are the same everywhere, as {@code size=1000}; may be empty. */
    public String commonParameters() {
        return glyphs.safe(joined(common));
    }

    private static String joined(SortedMap<String, String> params) {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
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
        return NameParts.of(benchmark).shortName();
    }
}
