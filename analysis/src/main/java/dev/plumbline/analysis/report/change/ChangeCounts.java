package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many benchmarks got slower, faster and so on. A benchmark counts once, however many environments and percentiles it has:
 * it got slower if any of its times did, otherwise faster if any did; otherwise its score decides.
 */
final class ChangeCounts {

    private final Map<Outcome, Integer> times = new EnumMap<>(Outcome.class);
    private final Map<String, Map<Outcome, Integer>> counted = new LinkedHashMap<>();
    private int withoutBaseline;

    /** What is known about one metric of one benchmark over all environments. */
    private static final class Standing {
        private final Map<Outcome, Boolean> scores = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Boolean> others = new EnumMap<>(Outcome.class);

        void add(VerdictRow row) {
            (row.metric().equals("score") ? scores : others).put(row.outcome(), true);
        }

        Outcome outcome() {
            for (Outcome changed : List.of(Outcome.REGRESSED, Outcome.IMPROVED, Outcome.CHANGED)) {
                if (scores.containsKey(changed) || others.containsKey(changed)) {
                    return changed;
                }
            }
            Map<Outcome, Boolean> deciding = scores.isEmpty() ? others : scores;
            return deciding.containsKey(Outcome.INCONCLUSIVE) ? Outcome.INCONCLUSIVE : Outcome.UNCHANGED;
        }
    }

    ChangeCounts(List<EnvironmentReport> environments) {
        Map<List<Object>, Standing> ofTimes = new LinkedHashMap<>();
        Map<List<Object>, Standing> missing = new LinkedHashMap<>();
        Map<String, Map<List<Object>, Standing>> ofCounts = new LinkedHashMap<>();
        for (EnvironmentReport environment : environments) {
            for (ReportedSeries series : environment.series()) {
                VerdictRow row = series.row();
                Map<List<Object>, Standing> place = !row.hasBaseline()
                        ? missing
                        : Unit.of(row.unit()).isTimed()
                                ? ofTimes
                                : ofCounts.computeIfAbsent(row.metric(), metric -> new LinkedHashMap<>());
                List<Object> benchmark = List.of(row.benchmark(), row.params(), row.mode(), row.threads());
                place.computeIfAbsent(benchmark, key -> new Standing()).add(row);
            }
        }
        ofTimes.values().forEach(standing -> times.merge(standing.outcome(), 1, Integer::sum));
        ofCounts.forEach((metric, benchmarks) -> {
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            benchmarks.values().forEach(standing -> outcomes.merge(standing.outcome(), 1, Integer::sum));
            counted.put(metric, outcomes);
        });
        missing.keySet().removeAll(ofTimes.keySet());
        ofCounts.values().forEach(benchmarks -> missing.keySet().removeAll(benchmarks.keySet()));
        withoutBaseline = missing.size();
    }

    /** Benchmarks whose times were compared. */
    int timed() {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of these, those with this outcome. */
    int timed(Outcome outcome) {
        return times.getOrDefault(outcome, 0);
    }

    /** The metrics that are counted and not timed, each with how many benchmarks got better or worse. */
    Map<String, Map<Outcome, Integer>> counted() {
        return counted;
    }

    /** Benchmarks that had nothing at all to compare with. */
    int withoutBaseline() {
        return withoutBaseline;
    }
}
