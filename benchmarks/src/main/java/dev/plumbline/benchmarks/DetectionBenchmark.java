package dev.plumbline.benchmarks;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long judging and segmenting take; sorting the same forks is the reference that says how fast the machine is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DetectionBenchmark {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));
    private static final int SETTLED = 75;

    /** Runs of the series. */
    @Param({"150", "1000", "5000"})
    public int runs;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    private List<double[]> series = List.of();
    private double[] forks = {};
    private int[] frozen = {};
    private List<Subject> subjects = List.of();

    /** A series with a shift of 5 % about every hundred runs, and 500 series of 20 runs to judge. */
    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        series = new ArrayList<>();
        double level = 1;
        for (int run = 0; run < runs; run++) {
            if (random.nextInt(100) == 0) {
                level *= random.nextBoolean() ? 1.05 : 1 / 1.05;
            }
            series.add(run(random, level));
        }
        forks = series.stream().flatMapToDouble(Arrays::stream).toArray();
        frozen = segmenter.segment(TIME, series).changePoints().stream()
                .mapToInt(ChangePoint::index)
                .filter(index -> index < runs - SETTLED)
                .toArray();
        subjects = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<double[]> baseline = new ArrayList<>();
            for (int run = 0; run < 20; run++) {
                baseline.add(run(random, 1));
            }
            subjects.add(new Subject(TIME, baseline, run(random, 1)));
        }
    }

    private static double[] run(SplittableRandom random, double level) {
        double[] run = new double[3];
        for (int fork = 0; fork < run.length; fork++) {
            run[fork] = level * Math.exp(0.01 * random.nextGaussian());
        }
        return run;
    }

    /** The whole series. */
    @Benchmark
    public Segmentation segment() {
        return segmenter.segment(TIME, series);
    }

    /** The newest run of a series whose older part has settled. */
    @Benchmark
    public Segmentation append() {
        return segmenter.append(TIME, series, frozen, runs - SETTLED);
    }

    /** The reference. */
    @Benchmark
    public double[] sortForks() {
        double[] sorted = forks.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** 500 series against 20 baseline runs each, whatever {@code runs} is. */
    @Benchmark
    public RunVerdict judge() {
        return judge.judge(subjects);
    }
}
