package dev.plumbline.collector.compare;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.suite.SuiteJudge;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides that were judged series by series, all together and with the server's own judge.
 *
 * @param series what both sides have, in the head's order
 * @param comparisons how many of it could be compared
 * @param onlyInBase what only the base has values for
 * @param onlyInHead what only the head has values for
 * @param absences what the head has no number for, although the base has or the head's file lists it
 * @param suite what the benchmarks did together
 */
public record FileComparison(
        List<JudgedSeries> series,
        int comparisons,
        List<OneSided> onlyInBase,
        List<OneSided> onlyInHead,
        List<Absence> absences,
        SuiteVerdict suite) {

    public FileComparison {
        absences = List.copyOf(absences);
        series = List.copyOf(series);
        onlyInBase = List.copyOf(onlyInBase);
        onlyInHead = List.copyOf(onlyInHead);
    }

    /**
     * The comparison of these runs, each side oldest first.
     *
     * @param rules which series are judged differently; files have no environment and no age, so that only rules for every environment
     *     apply, and a rule's window leaves nothing out
     * @param noise what is assumed of the noise
     */
    static FileComparison of(
            List<MeasuredRun> base,
            List<MeasuredRun> head,
            JudgeSettings settings,
            ThresholdRules rules,
            NoiseAssumption noise) {
        List<SeriesKey> keys = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        List<Optional<ThresholdRule>> applied = new ArrayList<>();
        List<SeriesKey> onlyInHead = new ArrayList<>();
        for (SeriesKey key : keys(head)) {
            List<double[]> baseline = forks(base, key);
            if (baseline.isEmpty()) {
                onlyInHead.add(key);
            } else {
                keys.add(key);
                Metric metric = metric(head, key);
                Optional<ThresholdRule> rule = rules.find(key.benchmark().name(), metric.name(), "");
                applied.add(rule);
                subjects.add(new Subject(
                                rule.map(each -> each.directed(metric)).orElse(metric),
                                baseline,
                                forks(head, key),
                                rule.map(ThresholdRule::threshold).orElse(DefaultTest.STANDARD),
                                iterations(base, head, key))
                        .assuming(noise.of(key)));
            }
        }
        Set<SeriesKey> onlyInBase = new LinkedHashSet<>(keys(base));
        keys.forEach(onlyInBase::remove);

        RunVerdict verdict = new RunJudge(settings).judge(subjects);
        SuiteJudge suiteJudge = new SuiteJudge(settings);
        SuiteVerdict suite = suiteJudge.warning(subjects, verdict.series());
        List<Verdict> verdicts = suiteJudge.inLightOf(suite, subjects, verdict.series());
        List<JudgedSeries> series = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Subject subject = subjects.get(i);
            series.add(new JudgedSeries(
                    keys.get(i).benchmark(),
                    subject.metric(),
                    verdicts.get(i),
                    spread(subject.baseline()),
                    spread(subject.candidate()),
                    applied.get(i)));
        }
        return new FileComparison(
                series,
                verdict.comparisons(),
                OneSided.group(List.copyOf(onlyInBase), series),
                OneSided.group(onlyInHead, series),
                MeasuredRun.side(head).lacking(MeasuredRun.side(base)),
                suite);
    }

    /** What is missing of all that was expected. */
    public MissingBenchmarks missing() {
        Set<BenchmarkId> compared = new LinkedHashSet<>();
        series.forEach(each -> compared.add(each.benchmark()));
        return MissingBenchmarks.of(compared, absences);
    }

    /** What only the base has and isn't missing: metrics that come and go with the number of samples. */
    public List<OneSided> otherwiseOnlyInBase() {
        Map<BenchmarkId, Absence> absent = new HashMap<>();
        absences.forEach(each -> absent.put(each.benchmark(), each));
        List<OneSided> others = new ArrayList<>();
        for (OneSided each : onlyInBase) {
            Absence absence = absent.get(each.benchmark());
            List<String> metrics = new ArrayList<>(each.metrics());
            if (absence != null) {
                metrics.removeAll(absence.metrics());
            }
            if ((absence == null || !absence.whole()) && !metrics.isEmpty()) {
                others.add(new OneSided(each.benchmark(), metrics, each.whole()));
            }
        }
        return others;
    }

    /** The part that a selection shows; the verdicts don't change. */
    public FileComparison shown(Selection selection) {
        return new FileComparison(
                series.stream()
                        .filter(each ->
                                selection.takes(each.benchmark(), each.metric().name()))
                        .toList(),
                comparisons,
                shown(onlyInBase, selection),
                shown(onlyInHead, selection),
                absences.stream()
                        .filter(each ->
                                each.metrics().stream().anyMatch(metric -> selection.takes(each.benchmark(), metric)))
                        .toList(),
                suite);
    }

    /** Whether neither side has anything. */
    public boolean isEmpty() {
        return series.isEmpty() && onlyInBase.isEmpty() && onlyInHead.isEmpty() && absences.isEmpty();
    }

    private static List<OneSided> shown(List<OneSided> benchmarks, Selection selection) {
        return benchmarks.stream()
                .filter(each -> each.metrics().stream().anyMatch(metric -> selection.takes(each.benchmark(), metric)))
                .toList();
    }

    /** The series that have a value in one of these runs. */
    private static Set<SeriesKey> keys(List<MeasuredRun> runs) {
        Set<SeriesKey> keys = new LinkedHashSet<>();
        for (MeasuredRun run : runs) {
            run.series().forEach((key, values) -> {
                if (values.forks().length > 0) {
                    keys.add(key);
                }
            });
        }
        return keys;
    }

    private static List<double[]> forks(List<MeasuredRun> runs, SeriesKey key) {
        List<double[]> forks = new ArrayList<>();
        for (MeasuredRun run : runs) {
            MeasuredRun.Values values = run.series().get(key);
            if (values != null && values.forks().length > 0) {
                forks.add(values.forks());
            }
        }
        return forks;
    }

    private static IterationScatter iterations(List<MeasuredRun> base, List<MeasuredRun> head, SeriesKey key) {
        List<double[]> iterations = new ArrayList<>();
        for (List<MeasuredRun> side : List.of(base, head)) {
            for (MeasuredRun run : side) {
                MeasuredRun.Values values = run.series().get(key);
                if (values != null) {
                    iterations.addAll(values.iterations());
                }
            }
        }
        return IterationScatter.of(iterations);
    }

    private static Metric metric(List<MeasuredRun> runs, SeriesKey key) {
        return runs.stream()
                .map(run -> run.series().get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .metric();
    }

    private static double spread(List<double[]> runs) {
        Sample sample = Sample.of(runs.stream().flatMapToDouble(Arrays::stream).toArray());
        double deviation = Math.sqrt(sample.variance());
        return deviation == 0 ? 0 : deviation / Math.abs(sample.mean());
    }
}
