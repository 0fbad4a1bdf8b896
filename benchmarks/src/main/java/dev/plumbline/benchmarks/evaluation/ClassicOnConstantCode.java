package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * E4 for the classic models: constant code on real CI machines, each run judged by the newest 64 before it, as Bencher does, and by
 * those of them that belong to the current segment, as Plumbline does when a project asks for such a model.
 */
final class ClassicOnConstantCode {

    private static final int FEWEST_RUNS_BEFORE = 10;
    private static final double INJECTED = 1.25;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    /** Judged, alarms and found, in one suite. */
    private static final class Counts {

        private int judged;
        private int alarms;
        private int found;
    }

    Table table(List<HistorySeries> all) {
        Table table = new Table(
                "E4 Classic models on constant code",
                "model",
                "baseline",
                "judged",
                "alarms per 100",
                "least to most of the suites",
                "with +25 % found");
        Map<String, Map<String, Counts>> runs = new LinkedHashMap<>();
        Map<String, Map<String, Counts>> segments = new LinkedHashMap<>();
        for (HistorySeries series : all) {
            if (series.constantCode()) {
                count(series, runs, segments);
            }
        }
        rows(table, "64 runs", runs);
        rows(table, "segment", segments);
        return table;
    }

    private void count(
            HistorySeries series, Map<String, Map<String, Counts>> runs, Map<String, Map<String, Counts>> segments) {
        double[] values = series.values();
        List<double[]> forks =
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toList();
        for (int run = FEWEST_RUNS_BEFORE; run < values.length; run++) {
            Segmentation segmentation = segmenter.append(series.metric(), forks.subList(0, run), new int[0], 0);
            int start = segmentation.currentSegmentStart();
            for (Map.Entry<String, ClassicModel> model : ClassicRules.all().entrySet()) {
                judge(series, model.getValue(), 0, run, counts(runs, model.getKey(), series));
                judge(series, model.getValue(), start, run, counts(segments, model.getKey(), series));
            }
        }
    }

    private static Counts counts(Map<String, Map<String, Counts>> all, String model, HistorySeries series) {
        return all.computeIfAbsent(model, name -> new TreeMap<>())
                .computeIfAbsent(series.source(), source -> new Counts());
    }

    private static void judge(HistorySeries series, ClassicModel model, int from, int run, Counts counts) {
        int worse = series.metric().unit().direction().worseSign();
        double candidate = series.values()[run];
        double[] baseline = Arrays.copyOfRange(series.values(), from, run);
        counts.judged++;
        counts.alarms += model.limits(baseline).side(candidate) == worse ? 1 : 0;
        counts.found += model.limits(baseline).side(candidate * Math.pow(INJECTED, worse)) == worse ? 1 : 0;
    }

    private static void rows(Table table, String baseline, Map<String, Map<String, Counts>> models) {
        models.forEach((model, suites) -> {
            int judged = suites.values().stream().mapToInt(one -> one.judged).sum();
            int alarms = suites.values().stream().mapToInt(one -> one.alarms).sum();
            int found = suites.values().stream().mapToInt(one -> one.found).sum();
            List<Double> shares = new ArrayList<>();
            suites.values().forEach(one -> shares.add(100.0 * one.alarms / one.judged));
            table.row(
                    model,
                    baseline,
                    String.valueOf(judged),
                    percent(100.0 * alarms / judged),
                    percent(shares.stream().min(Double::compare).orElseThrow()) + "–"
                            + percent(shares.stream().max(Double::compare).orElseThrow()),
                    percent(100.0 * found / judged));
        });
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
