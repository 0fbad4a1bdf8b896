package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.MachineTail;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.benchmarks.evaluation.Objections.Objection;
import dev.plumbline.benchmarks.evaluation.Objections.Shown;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * E4 as a frontier: how much of +25 % a rule finds at a rate of false alarms. Its threshold is tuned on one half of the suites, every other
 * one by name, for the most found at no more than that rate, and shown on the other half.
 */
final class AlarmFrontier {

    private static final double[] RATES = {0.0025, 0.005, 0.01, 0.02};
    private static final double INJECTED = 1.25;
    private static final int FEWEST_RUNS_BEFORE = 10;
    private static final int MOST_BASELINE_RUNS = 20;
    private static final int LATELY = 50;

    /** What both tests of a suspicion give at its thresholds, 0.004 and 0.02. */
    private static final double RECORD_SHARE = 0.2;

    private static final String SUSPICION = "**Plumbline**, suspicion";

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());
    private final List<HistorySeries> all;

    AlarmFrontier(List<HistorySeries> all) {
        this.all = all.stream().filter(HistorySeries::constantCode).toList();
    }

    /** What each rule finds, and at how many alarms, with thresholds that were tuned on other suites. */
    Table table() {
        List<String> headers = new ArrayList<>(List.of("rule"));
        for (double rate : RATES) {
            headers.add(String.format(Locale.ROOT, "%.2f: alarms", 100 * rate));
            headers.add("found");
            headers.add("by half, at alarms");
        }
        Table table = new Table(
                "E4 Frontier: +25 % found at 0.25 to 2 alarms per 100 runs of constant code",
                headers.toArray(String[]::new));
        objections().forEach((rule, objections) -> {
            List<String> cells = new ArrayList<>(List.of(rule));
            for (double rate : RATES) {
                List<Shown> halves = objections.tunedOnTheOther(rate);
                Shown both = halves.get(0).plus(halves.get(1));
                cells.add(String.format(Locale.ROOT, "%.2f", both.alarmsPercent()));
                cells.add(String.format(Locale.ROOT, "%.1f", both.foundPercent()));
                cells.add(halves.stream()
                        .map(half -> String.format(
                                Locale.ROOT, "%.1f at %.1f", half.foundPercent(), half.alarmsPercent()))
                        .collect(Collectors.joining(", ")));
            }
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }

    /** By how much the suspicion is ahead of the other rules. */
    Table margins(long seed) {
        return new FrontierMargins(objections(), SUSPICION, RATES, seed)
                .table("E4 Frontier: how much more of +25 %% the suspicion finds (seed %d)".formatted(seed));
    }

    private Map<String, Objections> objections() {
        List<String> suites = new ArrayList<>(
                new TreeSet<>(all.stream().map(HistorySeries::source).toList()));
        Map<String, List<Objection>> rules = new LinkedHashMap<>();
        for (int which = 0; which < all.size(); which++) {
            HistorySeries series = all.get(which);
            Known known = new Known(suites.indexOf(series.source()) % 2 == 0, which);
            double[] oriented = oriented(series);
            for (int run = FEWEST_RUNS_BEFORE; run < oriented.length; run++) {
                double[] before = Arrays.copyOf(oriented, run);
                int[] starts = starts(before);
                double asIs = oriented[run];
                double worse = asIs * INJECTED;
                add(
                        rules,
                        "**Plumbline**, verdict",
                        known,
                        verdict(before, starts, asIs),
                        verdict(before, starts, worse));
                add(
                        rules,
                        SUSPICION,
                        known,
                        suspicion(before, starts, asIs),
                        suspicion(before, starts, worse));
                int segment = starts[starts.length - 1];
                for (ClassicTest test : ClassicTest.values()) {
                    if (test != ClassicTest.STATIC) {
                        double[] newest = Arrays.copyOfRange(before, Math.max(0, run - ClassicRules.MOST_RUNS), run);
                        double[] current = Arrays.copyOfRange(before, Math.max(segment, 0), run);
                        add(
                                rules,
                                test.label() + ", 64 runs",
                                known,
                                classic(test, newest, asIs),
                                classic(test, newest, worse));
                        add(
                                rules,
                                test.label() + ", segment",
                                known,
                                classic(test, current, asIs),
                                classic(test, current, worse));
                    }
                }
            }
        }
        Map<String, Objections> found = new LinkedHashMap<>();
        rules.forEach((rule, objections) -> found.put(rule, new Objections(objections)));
        return found;
    }

    /** What is known of a run before it is judged: the half and the series that it is of. */
    private record Known(boolean firstHalf, int series) {}

    private static void add(
            Map<String, List<Objection>> rules, String rule, Known known, double asIs, double injected) {
        rules.computeIfAbsent(rule, unseen -> new ArrayList<>())
                .add(new Objection(known.firstHalf(), known.series(), asIs, injected));
    }

    /** The values turned so that higher is worse. */
    private static double[] oriented(HistorySeries series) {
        int sign = series.metric().unit().direction().worseSign();
        return Arrays.stream(series.values())
                .map(value -> Math.pow(value, sign))
                .toArray();
    }

    private int[] starts(double[] before) {
        List<double[]> runs =
                Arrays.stream(before).mapToObj(value -> new double[] {value}).toList();
        int[] points = segmenter.append(TwoRuns.TIME, runs, new int[0], 0).changePoints().stream()
                .mapToInt(ChangePoint::index)
                .toArray();
        int[] starts = new int[points.length + 1];
        System.arraycopy(points, 0, starts, 1, points.length);
        return starts;
    }

    /** Minus the logarithm of the run's p-value, if it is worse. */
    private double verdict(double[] before, int[] starts, double value) {
        int from = Math.max(starts[starts.length - 1], before.length - MOST_BASELINE_RUNS);
        List<double[]> baseline = Arrays.stream(before, from, before.length)
                .mapToObj(one -> new double[] {one})
                .toList();
        Verdict verdict = judge.judge(List.of(new Subject(TwoRuns.TIME, baseline, new double[] {value})))
                .series()
                .get(0);
        return verdict.effect().ratio() > 1 && verdict.evidence().pValue() > 0
                ? -Math.log(verdict.evidence().pValue())
                : 0;
    }

    /** Minus the logarithm of the weaker of the two tests of a suspicion. */
    private static double suspicion(double[] before, int[] starts, double value) {
        double[] logarithms = Arrays.stream(before).map(Math::log).toArray();
        double[] segment = Arrays.copyOfRange(logarithms, starts[starts.length - 1], logarithms.length);
        if (segment.length < 4) {
            return 0;
        }
        double level = Median.of(segment);
        double difference = Math.log(value) - level;
        if (difference <= 0) {
            return 0;
        }
        double scale = Math.max(
                1e-6,
                Math.min(
                        Median.scaleAround(level, segment),
                        Math.sqrt(Sample.of(segment).variance())));
        double outside = StudentT.twoSided(
                difference / (scale * Math.sqrt(1 + Math.PI / 2 / segment.length)), segment.length - 1.0);
        int first = Math.max(0, logarithms.length - LATELY);
        double squares = 0;
        for (int i = 0; i < starts.length; i++) {
            int from = Math.max(first, starts[i]);
            int to = i + 1 < starts.length ? starts[i + 1] : logarithms.length;
            squares += from < to
                    ? Sample.of(Arrays.copyOfRange(logarithms, from, to)).sumOfSquares()
                    : 0;
        }
        double[] lately = Arrays.copyOfRange(logarithms, first, logarithms.length);
        int degreesOfFreedom = lately.length - 1;
        double record = new MachineTail(lately, Math.max(1e-6, Math.sqrt(squares / degreesOfFreedom)), degreesOfFreedom)
                .twoSided(Math.log(value));
        return -Math.log(Math.max(1e-300, Math.max(outside, RECORD_SHARE * record)));
    }

    /** The largest upper boundary that the value still crosses. */
    private static double classic(ClassicTest test, double[] before, double value) {
        double crossed = 0;
        for (double boundary : boundaries(test)) {
            ClassicModel model =
                    new ClassicModel(test, Double.NaN, boundary, 2, ClassicRules.MOST_RUNS, Long.MAX_VALUE);
            if (model.limits(before).side(value) <= 0) {
                return crossed;
            }
            crossed = boundary;
        }
        return crossed;
    }

    private static double[] boundaries(ClassicTest test) {
        double[] boundaries = new double[120];
        boolean probability =
                test == ClassicTest.Z_SCORE || test == ClassicTest.T_TEST || test == ClassicTest.LOG_NORMAL;
        for (int i = 0; i < boundaries.length; i++) {
            boundaries[i] = probability ? 1 - 0.45 * Math.pow(0.86, i) : 0.02 * Math.pow(1.07, i);
        }
        return boundaries;
    }
}
