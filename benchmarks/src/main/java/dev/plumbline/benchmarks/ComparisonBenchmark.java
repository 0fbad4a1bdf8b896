package dev.plumbline.benchmarks;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
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

/**
 * How long it takes to compare a run of 500 series. Welch's t on the pooled forks of every series and sorting the same
 * numbers are the references that say how fast the machine is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComparisonBenchmark {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));
    private static final int SERIES = 500;
    private static final int FORKS = 3;

    /** Baseline runs of every series. */
    @Param({"1", "20"})
    public int runs;

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    private List<Subject> subjects = List.of();
    private double[] forks = {};

    /** Series of constant code, as noisy as real ones: standard deviations spread over a decade around 1 %. */
    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        subjects = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            double deviation = 0.01 * Math.exp(0.8 * random.nextGaussian());
            List<double[]> baseline = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                baseline.add(run(random, deviation));
            }
            subjects.add(new Subject(
                    TIME,
                    baseline,
                    List.of(run(random, deviation)),
                    new IterationScatter(5 * deviation * deviation, 12, 5)));
        }
        forks = subjects.stream()
                .flatMapToDouble(subject -> Arrays.stream(pooled(subject.baseline())))
                .toArray();
    }

    private static double[] run(SplittableRandom random, double deviation) {
        double[] run = new double[FORKS];
        for (int fork = 0; fork < run.length; fork++) {
            run[fork] = Math.exp(deviation * random.nextGaussian());
        }
        return run;
    }

    private static double[] pooled(List<double[]> runs) {
        return runs.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** All series, with everything that a verdict says. */
    @Benchmark
    public RunVerdict judge() {
        return judge.judge(subjects);
    }

    /** A reference: Welch's t a series, the p-value alone. */
    @Benchmark
    public double welch() {
        double sum = 0;
        for (Subject subject : subjects) {
            Sample left = Sample.of(pooled(subject.baseline()));
            Sample right = Sample.of(pooled(subject.candidate()));
            double leftError = left.variance() / left.size();
            double rightError = right.variance() / right.size();
            double error = leftError + rightError;
            double degreesOfFreedom = error
                    * error
                    / (leftError * leftError / left.degreesOfFreedom()
                            + rightError * rightError / right.degreesOfFreedom());
            sum += StudentT.twoSided((left.mean() - right.mean()) / Math.sqrt(error), degreesOfFreedom);
        }
        return sum;
    }

    /** A reference: sorting the baselines' forks. */
    @Benchmark
    public double[] sortForks() {
        double[] sorted = forks.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
