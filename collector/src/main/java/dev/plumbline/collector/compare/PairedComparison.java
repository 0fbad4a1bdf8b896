package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.pair.PairState;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.pair.PairedLook;
import dev.plumbline.analysis.pair.PairedSubject;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two runs that were measured alternately: fork i of one is paired with fork i of the other.
 *
 * @param comparison the verdicts
 * @param open the benchmarks, by class and method, with a metric that needs more pairs
 */
public record PairedComparison(FileComparison comparison, Set<String> open) {

    /** Nothing was measured. */
    public static final PairedComparison NONE = new PairedComparison(
            new FileComparison(List.of(), 0, List.of(), List.of(), List.of(), SuiteVerdict.NONE), Set.of());

    public PairedComparison {
        open = Set.copyOf(open);
    }

    /** The comparison of the two. If a side lacks forks of a metric, its pairs are unknown. */
    public static PairedComparison of(MeasuredRun base, MeasuredRun head, PairedJudge judge) {
        Map<SeriesKey, PairedSubject> subjects = new LinkedHashMap<>();
        List<SeriesKey> onlyInHead = new ArrayList<>();
        head.series().forEach((key, values) -> {
            MeasuredRun.Values baseline = base.series().get(key);
            if (baseline == null) {
                onlyInHead.add(key);
            } else {
                subjects.put(key, subject(values.metric(), baseline.forks(), values.forks()));
            }
        });
        Set<SeriesKey> onlyInBase = new LinkedHashSet<>(base.series().keySet());
        onlyInBase.removeAll(subjects.keySet());

        PairedLook look = judge.look(List.copyOf(subjects.values()));
        List<JudgedSeries> series = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        subjects.forEach((key, subject) -> {
            int place = series.size();
            Verdict verdict = look.verdict().series().get(place);
            if (look.states().get(place) == PairState.OPEN) {
                open.add(key.benchmark().name());
            }
            series.add(new JudgedSeries(
                    key.benchmark(),
                    subject.metric(),
                    verdict,
                    spread(subject.baseline()),
                    spread(subject.candidate()),
                    Optional.empty()));
        });
        return new PairedComparison(
                new FileComparison(
                        series,
                        look.verdict().comparisons(),
                        OneSided.group(List.copyOf(onlyInBase), series),
                        OneSided.group(onlyInHead, series),
                        MeasuredRun.side(List.of(head)).lacking(MeasuredRun.side(List.of(base))),
                        SuiteVerdict.NONE),
                open);
    }

    private static PairedSubject subject(Metric metric, double[] base, double[] head) {
        return base.length == head.length
                ? new PairedSubject(metric, base, head)
                : new PairedSubject(metric, new double[0], new double[0]);
    }

    private static double spread(double[] forks) {
        Sample sample = Sample.of(forks);
        double deviation = Math.sqrt(sample.variance());
        return deviation == 0 ? 0 : deviation / Math.abs(sample.mean());
    }
}
