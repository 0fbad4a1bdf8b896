package dev.plumbline.analysis.report.missing;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a comparison can't say anything about, since it has no number, and how much was expected. Its words are the ones that pages,
 * comments, checks and the command line begin with.
 *
 * @param expected the benchmarks that were compared, are missing or failed; each counts once
 * @param absences what has no number, one for each benchmark
 */
public record MissingBenchmarks(int expected, List<Absence> absences) {

    /** Nothing is missing. */
    public static final MissingBenchmarks NONE = new MissingBenchmarks(0, List.of());

    private static final int MOST_METRICS = 3;

    public MissingBenchmarks {
        absences = List.copyOf(absences);
    }

    /**
     * What is missing beside the benchmarks that were compared.
     *
     * @param compared the benchmarks with at least one comparison
     * @param absences what has no number; if a benchmark is in it several times, the first counts
     */
    public static MissingBenchmarks of(Collection<BenchmarkId> compared, Collection<Absence> absences) {
        Map<BenchmarkId, Absence> once = new LinkedHashMap<>();
        Set<BenchmarkId> expected = new HashSet<>(compared);
        for (boolean whole : List.of(true, false)) {
            absences.stream()
                    .filter(each -> each.whole() == whole)
                    .forEach(absence -> once.putIfAbsent(absence.benchmark(), absence));
        }
        once.values().stream().filter(Absence::whole).forEach(absence -> expected.add(absence.benchmark()));
        return new MissingBenchmarks(expected.size(), List.copyOf(once.values()));
    }

    /** How many benchmarks the results don't have. */
    public int missing() {
        return (int) absences.stream()
                .filter(each -> each instanceof Absence.Missing)
                .count();
    }

    /** How many benchmarks have no score. */
    public int failed() {
        return (int)
                absences.stream().filter(each -> each instanceof Absence.Failed).count();
    }

    /** Whether a whole benchmark has no number. */
    public boolean any() {
        return absences.stream().anyMatch(Absence::whole);
    }

    /** For example {@code 5 of 6 benchmarks are missing.}; empty if none is missing and none failed. */
    public String sentence() {
        int missing = missing();
        int failed = failed();
        if (missing + failed == 0) {
            return "";
        }
        if (missing > 0 && failed > 0) {
            return Count.of(missing) + " of " + Count.of(expected) + " benchmarks " + are(missing) + " missing and "
                    + Count.of(failed) + " failed.";
        }
        int absent = missing + failed;
        String which = expected == 1
                ? "The one benchmark"
                : absent == expected
                        ? "All " + Count.of(expected) + " benchmarks"
                        : Count.of(absent) + " of " + Count.of(expected) + " benchmarks";
        return which + (failed > 0 ? " failed." : " " + are(absent) + " missing.");
    }

    /** For example {@code gc.alloc.rate.norm has no number in 2 benchmarks.}; empty if no metric lacks one. */
    public String ofMetrics() {
        Map<String, Integer> benchmarks = new LinkedHashMap<>();
        for (Absence absence : absences) {
            if (!absence.whole()) {
                absence.metrics().forEach(metric -> benchmarks.merge(metric, 1, Integer::sum));
            }
        }
        if (benchmarks.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        benchmarks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_METRICS)
                .forEach(entry -> parts.add(Printable.line(entry.getKey())
                        + (parts.isEmpty() ? " has no number in " : " in ")
                        + Count.of(entry.getValue(), "benchmark", "benchmarks")));
        int others = benchmarks.size() - parts.size();
        String more = others == 0 ? "" : ", and " + others + (others == 1 ? " more metric" : " more metrics");
        return String.join(", ", parts) + more + ".";
    }

    private static String are(int count) {
        return count == 1 ? "is" : "are";
    }
}
