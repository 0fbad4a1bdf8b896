package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What must hold of every comparison, on seeded suites of one, two, five and forty series with and without history. */
class ComparisonPropertyTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ns/op"));
    private static final Metric THROUGHPUT = new Metric(Metric.SCORE, Unit.of("ops/ns"));

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @Test
    void theUnitThatAFileWasWrittenInChangesNothing() {
        // A reader turns us/op into the same base unit: factors of 10⁻³, that are no powers of two.
        for (List<Subject> suite : suites()) {
            Metric micro = new Metric(Metric.SCORE, Unit.of("us/op"));
            assertSame(suite, each(suite, micro, values -> scaled(values, 1e-3)), 1);
        }
    }

    @Test
    void ratesAndTimesSayTheSame() {
        // Forks of a time t are forks of a rate 1/t: the ratio turns over, and the verdict stays.
        for (List<Subject> suite : suites()) {
            List<Subject> rates = each(
                    suite,
                    THROUGHPUT,
                    values -> Arrays.stream(values).map(value -> 1 / value).toArray());
            assertSame(suite, rates, -1);
            List<Verdict> left = judge.judge(suite).series();
            List<Verdict> right = judge.judge(rates).series();
            for (int i = 0; i < left.size(); i++) {
                assertThat(right.get(i).outcome()).isEqualTo(left.get(i).outcome());
            }
        }
    }

    @Test
    void theOrderOfForksAndOfBaselineRunsChangesNothing() {
        for (List<Subject> suite : suites()) {
            List<Subject> reversed = each(suite, TIME, ComparisonPropertyTest::reversed).stream()
                    .map(subject ->
                            new Subject(TIME, reversed(subject.baseline()), subject.candidate(), subject.iterations()))
                    .toList();
            assertSame(suite, reversed, 1);
        }
    }

    @Test
    void theOrderOfSeriesChangesNothing() {
        for (List<Subject> suite : suites()) {
            List<Verdict> verdicts = judge.judge(suite).series();
            List<Verdict> reversed = judge.judge(reversed(suite)).series();
            for (int i = 0; i < verdicts.size(); i++) {
                assertThat(reversed.get(verdicts.size() - 1 - i).evidence().pValue())
                        .isCloseTo(verdicts.get(i).evidence().pValue(), within(1e-9));
            }
        }
    }

    @Test
    void theSameEvidenceTwiceNarrowsTheInterval() {
        for (List<Subject> suite : suites()) {
            List<Subject> twice = suite.stream()
                    .map(subject -> new Subject(
                            TIME,
                            subject.baseline().stream()
                                    .map(ComparisonPropertyTest::doubled)
                                    .toList(),
                            subject.candidate().stream()
                                    .map(ComparisonPropertyTest::doubled)
                                    .toList(),
                            subject.iterations()))
                    .toList();
            List<Verdict> before = judge.judge(suite).series();
            List<Verdict> after = judge.judge(twice).series();
            for (int i = 0; i < before.size(); i++) {
                assertThat(width(after.get(i))).isLessThan(width(before.get(i)));
                assertThat(after.get(i).effect().ratio())
                        .isCloseTo(before.get(i).effect().ratio(), within(1e-9));
            }
        }
    }

    @Test
    void aConstantAndAWildSeriesHardlyMoveTheOthers() {
        SplittableRandom random = new SplittableRandom(9);
        List<Subject> suite = suite(random, 40, 1);
        List<Subject> soiled = new ArrayList<>(suite);
        soiled.add(new Subject(TIME, List.of(new double[] {5, 5, 5}), new double[] {5, 5, 5}));
        soiled.add(new Subject(TIME, List.of(new double[] {1, 1e6, 1e-6}), new double[] {1e3, 1e-3, 1}));
        List<Verdict> clean = judge.judge(suite).series();
        List<Verdict> beside = judge.judge(soiled).series();
        for (int i = 0; i < clean.size(); i++) {
            assertThat(width(beside.get(i)) / width(clean.get(i))).isBetween(1 / 1.25, 1.25);
        }
    }

    @Test
    void calmIterationsNarrowTheIntervalOfACalmSeries() {
        // Forty series whose forks scatter by 5 %, and one by 0.1 %: what its iterations foretell is nearer than the
        // suite.
        SplittableRandom random = new SplittableRandom(4);
        List<Subject> unknown = new ArrayList<>();
        List<Subject> known = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            double deviation = i == 0 ? 0.001 : 0.05;
            Subject subject = new Subject(TIME, List.of(run(random, deviation)), List.of(run(random, deviation)));
            unknown.add(subject);
            known.add(new Subject(
                    TIME,
                    subject.baseline(),
                    subject.candidate(),
                    new IterationScatter(5 * deviation * deviation, 24, 5)));
        }
        double without = width(judge.judge(unknown).series().get(0));
        double with = width(judge.judge(known).series().get(0));
        assertThat(with).isLessThan(without / 2);
    }

    private void assertSame(List<Subject> suite, List<Subject> other, int sign) {
        List<Verdict> left = judge.judge(suite).series();
        List<Verdict> right = judge.judge(other).series();
        for (int i = 0; i < left.size(); i++) {
            assertThat(right.get(i).evidence().pValue())
                    .isCloseTo(left.get(i).evidence().pValue(), within(1e-7));
            assertThat(right.get(i).evidence().adjusted())
                    .isCloseTo(left.get(i).evidence().adjusted(), within(1e-7));
            assertThat(Math.log(right.get(i).effect().ratio()))
                    .isCloseTo(sign * Math.log(left.get(i).effect().ratio()), within(1e-9));
            assertThat(right.get(i).remedy()).isEqualTo(left.get(i).remedy());
        }
    }

    private static List<Subject> each(List<Subject> suite, Metric metric, UnaryOperator<double[]> change) {
        return suite.stream()
                .map(subject -> new Subject(
                        metric,
                        subject.baseline().stream().map(change).toList(),
                        subject.candidate().stream().map(change).toList(),
                        subject.iterations()))
                .toList();
    }

    private static List<List<Subject>> suites() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Subject>> suites = new ArrayList<>();
        for (int size : new int[] {1, 2, 5, 40}) {
            for (int runs : new int[] {1, 4}) {
                suites.add(suite(random, size, runs));
            }
        }
        return suites;
    }

    private static List<Subject> suite(SplittableRandom random, int size, int runs) {
        List<Subject> suite = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double deviation = 0.02 * Math.exp(0.8 * random.nextGaussian());
            List<double[]> baseline = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                baseline.add(run(random, deviation));
            }
            IterationScatter iterations =
                    i % 3 == 0 ? IterationScatter.UNKNOWN : new IterationScatter(deviation * deviation, 24, 5);
            suite.add(new Subject(TIME, baseline, List.of(run(random, deviation)), iterations));
        }
        return suite;
    }

    private static double[] run(SplittableRandom random, double deviation) {
        double[] run = new double[3];
        for (int fork = 0; fork < run.length; fork++) {
            run[fork] = 17 * Math.exp(deviation * random.nextGaussian());
        }
        return run;
    }

    private static double width(Verdict verdict) {
        return Math.log(verdict.effect().high() / verdict.effect().low());
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static double[] doubled(double[] values) {
        double[] doubled = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, doubled, values.length, values.length);
        return doubled;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>();
        for (int i = list.size() - 1; i >= 0; i--) {
            reversed.add(list.get(i));
        }
        return reversed;
    }
}
