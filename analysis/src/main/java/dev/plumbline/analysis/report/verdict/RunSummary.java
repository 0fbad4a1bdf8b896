package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the comparison of a run says as a whole.
 *
 * @param counts how many series have which outcome
 * @param comparisons how many series a method was applied to, and so took part in the correction for many comparisons
 * @param withoutBaseline how many of the inconclusive series had nothing to compare with
 * @param geometricMean the geometric mean of the scores' ratios, each turned so that more than 1 is worse; unknown if there are
 *     fewer than two
 * @param suite the movement that the benchmarks share
 */
public record RunSummary(
        Map<Outcome, Integer> counts, int comparisons, int withoutBaseline, Effect geometricMean, SuiteReport suite) {

    /** Nothing was judged. */
    public static final RunSummary NONE = new RunSummary(Map.of(), 0, 0, Effect.UNKNOWN, SuiteReport.NONE);

    public RunSummary {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, counts.getOrDefault(outcome, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /** The summary of these verdicts. */
    public static RunSummary of(
            Collection<Verdict> verdicts, int comparisons, Effect geometricMean, SuiteReport suite) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int withoutBaseline = 0;
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.outcome(), 1, Integer::sum);
            withoutBaseline += verdict.hasBaseline() ? 0 : 1;
        }
        return new RunSummary(counts, comparisons, withoutBaseline, geometricMean, suite);
    }

    /** How many series have this outcome. */
    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** How many series were judged. */
    public int series() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many series had a baseline. */
    public int withBaseline() {
        return series() - withoutBaseline;
    }

    /** How many series had a baseline and can't be told from noise. */
    public int noisy() {
        return Math.max(0, count(Outcome.INCONCLUSIVE) - withoutBaseline);
    }
}
