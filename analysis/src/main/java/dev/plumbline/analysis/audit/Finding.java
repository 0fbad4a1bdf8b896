package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.text.Count;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reason to distrust a run, reported once however many benchmarks it concerns. Texts may contain text of the document:
 * escape them.
 *
 * @param code which reason
 * @param what in one sentence, with the details if they are the same for all
 * @param concerned how many benchmarks it concerns; 0 if it is about the run as a whole
 * @param benchmarks how many benchmarks were examined
 * @param cases the benchmarks it concerns, worst first, at most {@value #MOST_CASES} of them; empty if it is about the
 *     run as a whole
 */
public record Finding(AuditCode code, String what, int concerned, int benchmarks, List<Case> cases) {

    /** How many benchmarks a finding names at most. */
    public static final int MOST_CASES = 50;

    public Finding {
        cases = List.copyOf(cases);
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** Whether it concerns everything that was examined. */
    public boolean everywhere() {
        return concerned == 0 || concerned == benchmarks;
    }

    /** Where: {@code all 312 benchmarks}, {@code 17 of 312 benchmarks}, {@code the benchmark}, {@code the whole run}. */
    public String where() {
        if (concerned == 0) {
            return "the whole run";
        }
        if (benchmarks == 1) {
            return "the benchmark";
        }
        return everywhere()
                ? "all " + Count.of(benchmarks) + " benchmarks"
                : Count.of(concerned) + " of " + Count.of(benchmarks) + " benchmarks";
    }

    /**
     * A benchmark that the finding concerns.
     *
     * @param benchmark which
     * @param detail the details; empty if the finding says everything
     * @param numbers the figures behind it, by name, the finite ones; {@code docs/audit.md} explains them at each code
     */
    public record Case(BenchmarkId benchmark, String detail, SortedMap<String, Double> numbers) {

        public Case(BenchmarkId benchmark, String detail, Map<String, Double> numbers) {
            this(benchmark, detail, Collections.unmodifiableSortedMap(new TreeMap<>(numbers)));
        }

        public Case {
            SortedMap<String, Double> finite = new TreeMap<>(numbers);
            finite.values().removeIf(number -> !Double.isFinite(number));
            numbers = Collections.unmodifiableSortedMap(finite);
        }
    }
}
