package dev.plumbline.analysis.report.missing;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.SamplePercentile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one side of a comparison has numbers for. A benchmark that failed in one document and has a score in another one of the same
 * side didn't fail.
 *
 * @param metrics the judged metrics that have a finite number, by benchmark
 * @param failed the benchmarks in the results whose score isn't a finite number
 */
public record MeasuredSide(Map<BenchmarkId, Set<String>> metrics, Set<BenchmarkId> failed) {

    public MeasuredSide {
        metrics = Map.copyOf(metrics);
        Set<BenchmarkId> withoutScore = new HashSet<>();
        for (BenchmarkId benchmark : failed) {
            if (!metrics.getOrDefault(benchmark, Set.of()).contains(Metric.SCORE)) {
                withoutScore.add(benchmark);
            }
        }
        failed = Set.copyOf(withoutScore);
    }

    /**
     * What has no number here: whatever failed, and what the other side has and this one hasn't. A percentile that is gone isn't
     * listed, since it comes and goes with the number of samples.
     *
     * @param before the side that this one is compared with
     * @return by benchmark
     */
    public List<Absence> lacking(MeasuredSide before) {
        Map<BenchmarkId, Set<String>> expected = new TreeMap<>(Comparator.comparing(BenchmarkId::key));
        before.failed.forEach(benchmark -> expected.put(benchmark, Set.of()));
        expected.putAll(before.metrics);
        failed.forEach(benchmark -> expected.putIfAbsent(benchmark, Set.of()));
        List<Absence> absences = new ArrayList<>();
        expected.forEach((benchmark, had) -> {
            Set<String> has = metrics.get(benchmark);
            boolean lostScore = has != null && had.contains(Metric.SCORE) && !has.contains(Metric.SCORE);
            if (failed.contains(benchmark) || lostScore) {
                absences.add(new Absence.Failed(benchmark));
            } else if (has == null) {
                absences.add(new Absence.Missing(benchmark));
            } else {
                Set<String> gone = new TreeSet<>(had);
                gone.removeAll(has);
                gone.removeIf(MeasuredSide::comesAndGoes);
                if (!gone.isEmpty()) {
                    absences.add(new Absence.WithoutNumber(benchmark, List.copyOf(gone)));
                }
            }
        });
        return absences;
    }

    private static boolean comesAndGoes(String metric) {
        return SamplePercentile.indexOf(metric.substring(metric.lastIndexOf(':') + 1)) >= 0;
    }

    /** Gathers what runs have. */
    public static final class Gathering {

        private final Map<BenchmarkId, Set<String>> metrics = new HashMap<>();
        private final Set<BenchmarkId> failed = new HashSet<>();

        /** Adds a metric with a finite number. */
        public void measured(BenchmarkId benchmark, String metric) {
            metrics.computeIfAbsent(benchmark, first -> new HashSet<>()).add(metric);
        }

        /** Adds a benchmark whose score has no finite number. */
        public void failed(BenchmarkId benchmark) {
            failed.add(benchmark);
        }

        /** What was added. */
        public MeasuredSide side() {
            return new MeasuredSide(metrics, failed);
        }
    }
}
