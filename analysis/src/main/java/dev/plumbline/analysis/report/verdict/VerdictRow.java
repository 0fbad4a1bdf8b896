package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A series with its verdict: a line of a report.
 *
 * @param series which series
 * @param verdict what the comparison found
 */
public record VerdictRow(SeriesName series, Verdict verdict) {

    /** What the comparison found. */
    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Class and method. */
    public String benchmark() {
        return series.benchmark();
    }

    /** Parameter values by name. */
    public SortedMap<String, String> params() {
        return series.params();
    }

    /** JMH's short label of the mode. */
    public String mode() {
        return series.mode();
    }

    /** The number of threads. */
    public int threads() {
        return series.threads();
    }

    /** The metric's name. */
    public String metric() {
        return series.metric();
    }

    /** The base unit of the values. */
    public String unit() {
        return series.unit();
    }

    /** +1 if higher is worse, -1 if less is. */
    public int worseSign() {
        return series.worseSign();
    }

    /** What the values did: {@code slower}, {@code more allocation}. */
    public String word() {
        return Unit.of(unit())
                .moved(verdict.candidate().value() > verdict.baseline().value());
    }

    /** What measured all of these rows; several harnesses share Plumbline's own word, which is JMH's. */
    public static Harness harness(Collection<VerdictRow> rows) {
        Set<Harness> all = rows.stream().map(row -> row.series.harness()).collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : Harness.JMH;
    }

    /** Whether it was compared without error probability, as counts and allocations are. */
    public boolean nearExact() {
        return verdict.method() == Method.NEAR_EXACT;
    }

    /** Whether there was anything to compare with. */
    public boolean hasBaseline() {
        return verdict.hasBaseline();
    }
}
